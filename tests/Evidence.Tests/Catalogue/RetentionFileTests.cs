using Evidence.Pipeline;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Vault;

namespace Evidence.Tests.Catalogue;

public sealed class RetentionFileTests
{
    private const string Right = """
        - name: audit
          mode: COMPLIANCE
          days: 400
          meaning: For one audit period.
          serves: [NIST-AU-11]
        """;

    [Fact]
    public void What_is_right_is_read()
    {
        var read = Assert.Single(Read(Right));

        Assert.Equal(("audit", LockMode.Compliance, 400), (read.Name, read.Mode, read.Days));
        Assert.Equal(["NIST-AU-11"], read.Serves);
    }

    [Theory]
    [InlineData("mode: COMPLIANCE", "mode: compliance", "line 2, column 9", "GOVERNANCE or COMPLIANCE")]
    [InlineData("days: 400", "days: 0", "line 3, column 9", "1 to 36500")]
    [InlineData("days: 400", "days: 36501", "line 3, column 9", "\"36501\"")]
    [InlineData("days: 400", "days: a year", "line 3, column 9", "whole number")]
    [InlineData("  days: 400\n", "", "line 1", "\"days\" is missing")]
    [InlineData("NIST-AU-11", "NIST-AU-12", "line 5, column 12", "Did you mean \"NIST-AU-11\"?")]
    [InlineData("[NIST-AU-11]", "NIST-AU-11", "line 5", "must be a list")]
    [InlineData("name: audit", "name: default", "line 1", "environment's own file")]
    [InlineData("meaning:", "meanning:", "line 4", "no field of a retention class")]
    [InlineData("[NIST", "[[NIST", "line", "")]
    public void What_is_wrong_is_named_with_its_place(string right, string wrong, string place, string words)
    {
        var error = Assert.Throws<EvidenceException>(() => Read(Right.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal(EvidenceFault.BadInput, error.Fault);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_list_is_refused()
    {
        var error = Assert.Throws<EvidenceException>(() => Read("name: audit"));

        Assert.Contains("one list", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once()
    {
        var error = Assert.Throws<EvidenceException>(() => Read(Right + "\n" + Right.Replace(
            "COMPLIANCE", "NONE", StringComparison.Ordinal) + "\n" + Right));

        Assert.Equal(2, error.Message.Split('\n').Length);
        Assert.Contains("there twice", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<RetentionClass> Read(string yaml) =>
        RetentionFile.Read(new StringReader(yaml), "retention.yaml", new HashSet<string> { "NIST-AU-11" });
}
