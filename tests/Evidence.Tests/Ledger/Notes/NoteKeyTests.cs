using Evidence.Ledger;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Notes;

namespace Evidence.Tests.Ledger.Notes;

public sealed class NoteKeyTests
{
    [Theory]
    [InlineData(PublishedNotes.ExampleKey, "example.com/foo", 0x530d903a, 1)]
    [InlineData(PublishedNotes.RekorKey, "rekor.sigstore.dev", 0xc0d23d6a, 2)]
    [InlineData(PublishedNotes.PixelKey, "pixel6_transparency_log", 0x91c16e30, 2)]
    [InlineData(PublishedNotes.SunlightKey, "ct.googleapis.com/logs/us1/argon2024", 0x7deb49d0, 5)]
    public void Published_keys_are_read_and_written(string text, string name, uint id, byte type)
    {
        var key = NoteKey.Parse(text);

        Assert.Equal((name, id, type), (key.Name, key.Id, key.Type));
        Assert.Equal(type == NoteKey.EcdsaType, key.Ecdsa is not null);
        Assert.Equal(text, key.ToString());
    }

    [Fact]
    public void Our_keys_are_read_back()
    {
        using var pair = P256KeyPair.Generate();
        var key = NoteKey.Of("example.com/log", pair.PublicKey);

        var read = NoteKey.Parse(key.ToString());

        Assert.Equal(pair.PublicKey.KeyId, read.Ecdsa?.KeyId);
        Assert.Equal(pair.PublicKey.KeyId[..8], $"{read.Id:x8}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("foo")]
    [InlineData("example.com/foo+530d903a")]
    [InlineData("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("witness+530d903\0+BAAA")]
    [InlineData("example.com/foo+530d903+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n")]
    [InlineData("example.com/foo+530d903a+AQ==")]
    [InlineData("bananas.sigstore.dev+12345678+THIS_IS_NOT_BASE64!")]
    [InlineData("rekor.sigstore.dev+12345678+AgEB")]
    public void Anything_else_is_refused(string text)
    {
        var e = Assert.Throws<LedgerFormatException>(() => NoteKey.Parse(text));

        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void A_key_needs_a_name_and_a_der_signer()
    {
        using var pair = P256KeyPair.Generate();
        var raw = P256PublicKey.FromSpki(pair.PublicKey.Spki.Span, SignatureEncoding.Raw);

        Assert.Throws<ArgumentException>(() => NoteKey.Of("log", raw));
        foreach (var name in new[] { "", "a+b", "a b", "a\u2003b", "a\nb", "a\u0001b" })
        {
            Assert.Throws<LedgerFormatException>(() => NoteKey.Of(name, pair.PublicKey));
        }
    }
}
