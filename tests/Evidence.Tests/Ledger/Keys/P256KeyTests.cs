using System.Diagnostics;
using System.Security.Cryptography;
using Evidence.Ledger;
using Evidence.Ledger.Keys;

namespace Evidence.Tests.Ledger.Keys;

public sealed class P256KeyTests
{
    // Sigstore's production log, as published in transparency-dev/formats.
    internal const string RekorSpki =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE2G2Y+2tabdTV5BcGiBIx0a9fAFwrkBbmLSGtks4L3qX6yYY0zufBnhC8Ur/iy55G"
        + "hWP/9A/bY2LhC30M9+RYtw==";

    [Fact]
    public void The_key_id_is_the_hash_of_the_subject_public_key_info()
    {
        var key = P256PublicKey.FromSpki(Convert.FromBase64String(RekorSpki));

        Assert.Equal("c0d23d6ad406973f9559f3ba2d1ca01f84147d8ffc5b8445c224f98b9591801d", key.KeyId);
    }

    [Fact]
    public void Keys_survive_their_pem()
    {
        using var key = P256KeyPair.Generate();
        using var same = P256KeyPair.FromPem(key.ToPem());

        Assert.Equal(key.PublicKey.KeyId, same.PublicKey.KeyId);
        Assert.Equal(key.PublicKey.KeyId, P256PublicKey.FromPem(key.PublicKey.ToPem()).KeyId);
        Assert.True(key.PublicKey.Verify("m"u8, same.Sign("m"u8)));
    }

    [Fact]
    public void Only_uncompressed_points_on_the_curve_are_keys()
    {
        var spki = Convert.FromBase64String(RekorSpki);
        var offCurve = (byte[])spki.Clone();
        offCurve[^1] ^= 1;
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Throws<LedgerFormatException>(() => P256PublicKey.FromSpki(offCurve));
        Assert.Throws<LedgerFormatException>(() => P256PublicKey.FromSpki(spki.AsSpan(1)));
        Assert.Throws<LedgerFormatException>(() => P256PublicKey.FromSpki([.. spki, 0]));
        Assert.Throws<LedgerFormatException>(() => P256PublicKey.FromSpki(other.ExportSubjectPublicKeyInfo()));
        Assert.Throws<LedgerFormatException>(() => P256PublicKey.FromPem("nothing"));
        Assert.Throws<LedgerFormatException>(() => P256KeyPair.FromPem(other.ExportPkcs8PrivateKeyPem()));
        Assert.Throws<LedgerFormatException>(() => P256KeyPair.FromPem("nothing"));
    }

    [Fact]
    public async Task A_key_verifies_on_many_threads_at_once()
    {
        using var key = P256KeyPair.Generate();
        var signature = key.Sign("m"u8);

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 64).Select(
            i => Task.Run(() => key.PublicKey.Verify(i % 2 == 0 ? "m"u8 : "n"u8, signature))));

        Assert.All(verdicts, (verdict, i) => Assert.Equal(i % 2 == 0, verdict));
    }

    [OpenSslFact]
    public void Openssl_accepts_our_signature_and_we_accept_its()
    {
        using var key = P256KeyPair.Generate();
        var folder = Directory.CreateTempSubdirectory("strata-openssl-");
        string In(string name) => Path.Combine(folder.FullName, name);
        try
        {
            File.WriteAllText(In("message"), "signed by one, checked by the other");
            File.WriteAllText(In("private.pem"), key.ToPem());
            File.WriteAllText(In("public.pem"), key.PublicKey.ToPem());
            File.WriteAllBytes(In("ours"), key.Sign(File.ReadAllBytes(In("message"))));

            OpenSsl("dgst", "-sha256", "-verify", In("public.pem"), "-signature", In("ours"), In("message"));
            OpenSsl("dgst", "-sha256", "-sign", In("private.pem"), "-out", In("theirs"), In("message"));

            Assert.True(key.PublicKey.Verify(File.ReadAllBytes(In("message")), File.ReadAllBytes(In("theirs"))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void OpenSsl(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        Assert.NotNull(process);
        var error = process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)), "openssl did not end within 30 seconds.");
        Assert.True(process.ExitCode == 0, $"openssl {string.Join(' ', arguments)} failed: {error}");
    }
}
