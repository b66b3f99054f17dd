using System.Text;
using System.Text.Json;
using Evidence.Ledger;
using Evidence.Ledger.Dsse;
using Evidence.Ledger.Statements;

namespace Evidence.Tests.Ledger.Statements;

public sealed class StatementTests
{
    private const string Digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Json =
        """{"_type":"https://in-toto.io/Statement/v1","predicate":{"z":1,"a":"<é+>"},"""
        + $$"""
        "predicateType":"https://example.com/p","subject":[{"digest":{"sha256":"{{Digest}}"},"name":"n","uri":"s3://b/k"}]}
        """;

    [Fact]
    public void A_statement_is_read_and_written_byte_for_byte()
    {
        var statement = Statement.Parse(Encoding.UTF8.GetBytes(Json));

        Assert.Equal(new Subject(Sha256Hash.Of([]), "n", "s3://b/k"), Assert.Single(statement.Subjects));
        Assert.Equal("https://example.com/p", statement.PredicateType);
        Assert.Equal("<é+>", statement.Predicate.GetProperty("a").GetString());
        Assert.Equal(Json, Encoding.UTF8.GetString(statement.ToUtf8Json()));
    }

    [Fact]
    public void A_statement_is_made_from_any_serialisable_predicate()
    {
        var predicate = JsonSerializer.SerializeToElement(new { outcome = "passed" });
        var statement = new Statement([new Subject(Sha256Hash.Of("x"u8))], "https://example.com/p/v1", predicate);

        var envelope = new DsseEnvelope(Statement.PayloadType, statement.ToUtf8Json(), []);

        Assert.Equal("passed", Statement.In(envelope).Predicate.GetProperty("outcome").GetString());
        Assert.Throws<LedgerFormatException>(() => Statement.In(envelope with { PayloadType = "text/plain" }));
        Assert.Throws<LedgerFormatException>(() => (statement with { Subjects = [] }).ToUtf8Json());
    }

    [Fact]
    public void Unknown_fields_and_other_digests_are_ignored()
    {
        var json = Json.Replace("\"sha256\"", "\"sha1\":\"x\",\"sha256\"", StringComparison.Ordinal)
            .Replace("{\"_type\"", "{\"extra\":[],\"_type\"", StringComparison.Ordinal);

        Assert.Equal(Sha256Hash.Of([]), Statement.Parse(Encoding.UTF8.GetBytes(json)).Subjects[0].Sha256);
    }

    [Theory]
    [InlineData("Statement/v1", "Statement/v0.1", "\"_type\" must be")]
    [InlineData(Digest, "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", "64 lowercase hexadecimal")]
    [InlineData("\"sha256\"", "\"sha512\"", "subject 0 of the in-toto statement: it lacks \"sha256\"")]
    [InlineData("\"digest\"", "\"digests\"", "lacks \"digest\"")]
    [InlineData("\"name\":\"n\"", "\"name\":1", "\"name\" must be a string, found a number")]
    [InlineData("{\"z\":1,\"a\":\"<é+>\"}", "null", "\"predicate\" must be an object, found null")]
    [InlineData("{\"z\":1", "{\"a\":1", "unique names")]
    [InlineData("\"predicateType\"", "\"type\"", "lacks \"predicateType\"")]
    [InlineData("\"subject\"", "\"subjects\"", "lacks \"subject\"")]
    public void A_wrong_field_is_refused_by_name(string part, string replacement, string expected)
    {
        var json = Json.Replace(part, replacement, StringComparison.Ordinal);

        var e = Assert.Throws<LedgerFormatException>(() => Statement.Parse(Encoding.UTF8.GetBytes(json)));

        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-31T23:59:59Z", true)]
    [InlineData("2026-01-31T23:59:59.5Z", true)]
    [InlineData("2026-01-31T23:59:59.1234567Z", true)]
    [InlineData("2026-01-31T23:59:59.50Z", false)]
    [InlineData("2026-01-31T23:59:59.Z", false)]
    [InlineData("2026-01-31T23:59:59+00:00", false)]
    [InlineData("2026-01-31T23:59:59", false)]
    [InlineData("2026-01-31t23:59:59z", false)]
    [InlineData("2026-02-30T23:59:59Z", false)]
    [InlineData(" 2026-01-31T23:59:59Z", false)]
    public void A_time_is_utc_and_has_one_spelling(string text, bool accepted)
    {
        Assert.Equal(accepted, UtcTimestamp.TryParse(text, out var moment));
        if (accepted)
        {
            Assert.Equal(text, UtcTimestamp.ToText(moment));
            Assert.Equal(TimeSpan.Zero, moment.Offset);
        }
        else
        {
            Assert.Throws<LedgerFormatException>(() => UtcTimestamp.Parse(text));
        }
    }
}
