using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Evidence.Ledger;
using Evidence.Ledger.Dsse;
using Evidence.Ledger.Keys;
using FsCheck;
using FsCheck.Fluent;

namespace Evidence.Tests.Ledger.Dsse;

public sealed class DsseEnvelopeTests
{
    // The test vector of secure-systems-lab/dsse, protocol.md.
    private const string VectorType = "http://example.com/HelloWorld";
    private const string VectorEnvelope = """
        {"payload": "aGVsbG8gd29ybGQ=",
         "payloadType": "http://example.com/HelloWorld",
         "signatures": [{"sig":
           "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=="}]}
        """;

    [Fact]
    public void Pre_authentication_encoding_counts_bytes_and_not_characters()
    {
        Assert.Equal(
            "DSSEv1 29 http://example.com/HelloWorld 11 hello world"u8,
            PreAuthenticationEncoding.Encode(VectorType, "hello world"u8));
        Assert.Equal("DSSEv1 2 é 3 ✓"u8, PreAuthenticationEncoding.Encode("é", "✓"u8));
        Assert.Equal("DSSEv1 0  0 "u8, PreAuthenticationEncoding.Encode("", []));
    }

    [Theory]
    [InlineData(SignatureEncoding.Raw, true)]
    [InlineData(SignatureEncoding.Der, false)]
    public void The_published_vector_verifies_with_the_encoding_known_for_its_key_and_no_other(
        SignatureEncoding encoding, bool accepted)
    {
        var envelope = DsseEnvelope.Parse(Encoding.UTF8.GetBytes(VectorEnvelope));

        var found = envelope.Verify(VectorKey(encoding));

        Assert.Equal("hello world"u8, envelope.Payload.Span);
        Assert.Equal(accepted, found.Meets(1));
        Assert.Equal(accepted, Assert.Single(found.Verdicts).Refusal is null);
    }

    [Fact]
    public async Task An_envelope_survives_its_canonical_json()
    {
        using var key = P256KeyPair.Generate();
        var signed = await DsseEnvelope.SignAsync("text/plain", "payload"u8.ToArray(), [key], default);

        var id = key.PublicKey.KeyId;
        var json = signed.ToUtf8Json();
        var read = DsseEnvelope.Parse(json);

        Assert.StartsWith(
            $$"""{"payload":"cGF5bG9hZA==","payloadType":"text/plain","signatures":[{"keyid":"{{id}}",""",
            Encoding.UTF8.GetString(json), StringComparison.Ordinal);
        Assert.Equal(json, read.ToUtf8Json());
        Assert.Equal([id], read.Verify(key.PublicKey).KeyIds);
    }

    [Fact]
    public void Every_payload_and_type_survives_the_round_trip() =>
        Prop.ForAll<byte[], NonEmptyString>((payload, type) =>
        {
            var text = new string([.. type.Get.Where(c => !char.IsSurrogate(c)).Append('x').Take(256)]);
            var json = new DsseEnvelope(text, payload, [new DsseSignature(payload, null)]).ToUtf8Json();
            var read = DsseEnvelope.Parse(json);
            return read.PayloadType == text
                && read.Payload.Span.SequenceEqual(payload)
                && read.Signatures[0].Signature.Span.SequenceEqual(payload)
                && read.ToUtf8Json().AsSpan().SequenceEqual(json);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("-_-_", true)]
    [InlineData("+/+/", true)]
    [InlineData("\\u002b\\/-_", false)] // two alphabets in one text
    [InlineData("YWI=", true)]
    [InlineData("YWI", true)] // URL-safe without padding
    [InlineData("YWJ=", false)] // stray bits after the last byte
    [InlineData("YW I=", false)]
    [InlineData("YWI==", false)]
    [InlineData("Y", false)]
    [InlineData("====", false)]
    [InlineData("", true)]
    public void Base64_may_be_standard_or_url_safe_in_one_spelling(string text, bool accepted)
    {
        var json = Encoding.UTF8.GetBytes(
            $$"""{"payload":"{{text}}","payloadType":"t","signatures":[{"sig":"AA=="}]}""");

        if (accepted)
        {
            DsseEnvelope.Parse(json);
        }
        else
        {
            var e = Assert.Throws<LedgerFormatException>(() => DsseEnvelope.Parse(json));
            Assert.Contains("\"payload\" must be base64", e.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "not well-formed JSON")]
    [InlineData("[]", "must be a JSON object, found an array")]
    [InlineData("""{"payload":"","payloadType":"t"}""", "lacks \"signatures\"")]
    [InlineData("""{"payload":"","payloadType":"t","signatures":[]}""", "1 to 32 signatures, found 0")]
    [InlineData("""{"payload":"","payloadType":"","signatures":[{"sig":""}]}""", "lacks \"payloadType\"")]
    [InlineData("""{"payload":7,"payloadType":"t","signatures":[{"sig":""}]}""", "must be a string, found a number")]
    [InlineData("""{"payload":"","payloadType":"t","signatures":["x"]}""", "signature 0 of the DSSE envelope")]
    [InlineData("""{"payload":"","payloadType":"t","signatures":[{}]}""", "lacks \"sig\"")]
    [InlineData("""{"payload":"","payload":"","payloadType":"t","signatures":[{"sig":""}]}""", "unique names")]
    [InlineData("""{"payload":"","payloadType":"\ud800","signatures":[{"sig":""}]}""", "not Unicode text")]
    [InlineData("""{"payload":"","payloadType":"t","signatures":[{"sig":""}]} x""", "not well-formed JSON")]
    public void Anything_else_is_refused_in_a_sentence(string json, string expected)
    {
        var e = Assert.Throws<LedgerFormatException>(() => DsseEnvelope.Parse(Encoding.UTF8.GetBytes(json)));

        Assert.StartsWith("Cannot read ", e.Message, StringComparison.Ordinal);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_names_are_ignored_and_an_empty_key_id_is_none()
    {
        var envelope = DsseEnvelope.Parse(
            """{"x":[{}],"payload":"","payloadType":"t","signatures":[{"sig":"","keyid":"","z":1}]}"""u8.ToArray());

        Assert.Null(Assert.Single(envelope.Signatures).KeyIdHint);
    }

    [Fact]
    public async Task An_envelope_over_the_length_of_a_log_entry_is_neither_written_nor_read()
    {
        using var key = P256KeyPair.Generate();
        var envelope = await DsseEnvelope.SignAsync("t", new byte[50_000], [key], default);

        Assert.Throws<LedgerFormatException>(() => envelope.ToUtf8Json());
        Assert.Throws<LedgerFormatException>(() => (envelope with { Payload = default, Signatures = [] }).ToUtf8Json());
        Assert.Throws<LedgerFormatException>(() => DsseEnvelope.Parse(new byte[DsseEnvelope.MaximumLength + 1]));
    }

    [Fact]
    public async Task Two_signatures_of_one_key_count_once()
    {
        using var a = P256KeyPair.Generate();
        using var b = P256KeyPair.Generate();
        var envelope = await DsseEnvelope.SignAsync("t", "p"u8.ToArray(), [a, a, b], default);

        var one = envelope.Verify(a.PublicKey);
        var both = envelope.Verify(a.PublicKey, b.PublicKey, a.PublicKey);

        Assert.True(one.Meets(1));
        Assert.False(one.Meets(2));
        Assert.True(both.Meets(2));
        Assert.False(both.Meets(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => both.Meets(0));
        Assert.Equal([true, true, false], one.Verdicts.Select(v => v.Accepted));
        var e = Assert.Throws<LedgerVerificationException>(() => one.Require(2));
        Assert.Contains("needs 2 distinct trusted signers and has 1.", e.Message, StringComparison.Ordinal);
        Assert.Contains("Signature 2: it names the key", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hint_narrows_the_search_and_decides_nothing()
    {
        using var a = P256KeyPair.Generate();
        using var b = P256KeyPair.Generate();
        var signed = await DsseEnvelope.SignAsync("t", "p"u8.ToArray(), [a], default);
        DsseVerification With(string? hint) => (signed with
        {
            Signatures = [signed.Signatures[0] with { KeyIdHint = hint }],
        }).Verify(b.PublicKey, a.PublicKey);

        Assert.Equal([a.PublicKey.KeyId], With(null).KeyIds);
        Assert.Equal([a.PublicKey.KeyId], With("somebody").KeyIds);
        Assert.Contains("did not make it", With(b.PublicKey.KeyId).Verdicts[0].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_type_or_payload_under_the_same_signature_is_refused()
    {
        using var key = P256KeyPair.Generate();
        var envelope = await DsseEnvelope.SignAsync("t", "p"u8.ToArray(), [key], default);

        Assert.False((envelope with { PayloadType = "T" }).Verify(key.PublicKey).Meets(1));
        Assert.False((envelope with { Payload = "q"u8.ToArray() }).Verify(key.PublicKey).Meets(1));
        Assert.False(envelope.Verify().Meets(1));
    }

    private static P256PublicKey VectorKey(SignatureEncoding encoding)
    {
        static byte[] Coordinate(string number) =>
            BigInteger.Parse(number).ToByteArray(isUnsigned: true, isBigEndian: true);
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = Coordinate("46950820868899156662930047687818585632848591499744589407958293238635476079160"),
                Y = Coordinate("5640078356564379163099075877009565129882514886557779369047442380624545832820"),
            },
        });
        return P256PublicKey.FromSpki(key.ExportSubjectPublicKeyInfo(), encoding);
    }
}
