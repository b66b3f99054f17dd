using Evidence.Ledger.Keys;
using Evidence.Pipeline;
using Evidence.Pipeline.Signing;

namespace Evidence.Tests.Signing;

/// <summary>The reviewer's own file: what is right is read back, and what is wrong is named with its place.</summary>
public sealed class TrustFileTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        using var one = P256KeyPair.Generate();
        using var other = P256KeyPair.Generate();
        var trust = new TrustFile("strata.dev/ledger/bucket", new TrustedKeys(
        [
            new TrustedKey(
                one.PublicKey, "alice \"the\" 長@example.com", new HashSet<KeyRole> { KeyRole.Writer, KeyRole.Log })
            {
                ValidFrom = 3,
                RevokedAt = 17,
                ReplacedBy = other.PublicKey.KeyId,
            },
            new TrustedKey(other.PublicKey, "bob", KeyRoles.All),
        ]));

        var read = TrustFile.Parse(trust.ToText(), "trust.yaml");

        Assert.Equal(trust.ToText(), read.ToText());
        Assert.Equal(trust.Origin, read.Origin);
        var alice = read.Keys.All[0];
        Assert.Equal((3, 17, other.PublicKey.KeyId), (alice.ValidFrom, alice.RevokedAt, alice.ReplacedBy));
        Assert.Equal(one.PublicKey.KeyId, alice.Id);
        Assert.True(alice.Roles.SetEquals([KeyRole.Log, KeyRole.Writer]));
    }

    [Theory]
    [InlineData("strata.trust/v1", "strata.trust/v2", "line 1, column 9", "\"strata.trust/v1\"")]
    [InlineData("origin:", "orgin:", "line 2", "no field of a trust file")]
    [InlineData("identity: \"bob\"", "identity: \"\"", "line 4", "whose key it is")]
    [InlineData("[writer]", "[wirter]", "line 5, column 13", "is no role")]
    [InlineData("[writer]", "writer", "line 5", "list of roles")]
    [InlineData("validFrom: 3", "validFrom: -3", "line 6, column 16", "index of an entry")]
    [InlineData("PUBLIC KEY", "PRIVATE KEY", "line 7", "P-256 public key")]
    public void What_is_wrong_is_named_with_its_place(string right, string wrong, string place, string words)
    {
        using var key = P256KeyPair.Generate();
        var text = new TrustFile("o", new TrustedKeys(
        [
            new TrustedKey(key.PublicKey, "bob", new HashSet<KeyRole> { KeyRole.Writer }) { ValidFrom = 3 },
        ])).ToText();

        var error = Assert.Throws<EvidenceException>(
            () => TrustFile.Parse(text.Replace(right, wrong, StringComparison.Ordinal), "trust.yaml"));

        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a")]
    [InlineData("{ schema: strata.trust/v1, origin: o, keys: [] }")]
    [InlineData("[[[")]
    public void What_is_no_trust_file_is_refused(string text) =>
        Assert.Equal(
            EvidenceFault.BadInput,
            Assert.Throws<EvidenceException>(() => TrustFile.Parse(text, "trust.yaml")).Fault);

    [Fact]
    public void A_key_that_is_there_twice_is_refused()
    {
        using var key = P256KeyPair.Generate();
        var entry = new TrustFile(
            "o", new TrustedKeys([new TrustedKey(key.PublicKey, "bob", KeyRoles.All)])).ToText();
        var twice = entry + entry[entry.IndexOf("  - ", StringComparison.Ordinal)..];

        Assert.Contains(
            "there twice",
            Assert.Throws<EvidenceException>(() => TrustFile.Parse(twice, "trust.yaml")).Message,
            StringComparison.Ordinal);
    }
}
