using System.Runtime.Versioning;
using Evidence.Pipeline;
using Evidence.Pipeline.Signing;

namespace Evidence.Tests.Signing;

/// <summary>The machine's own key: made once, kept from others, never used when nobody could verify it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LocalSigningKeyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strata-keys-");

    private string Keys => Path.Combine(_folder.FullName, "local", "keys");

    private string File => Path.Combine(Keys, LocalSigningKey.FileName);

    private TrustFolder Trust => new(Path.Combine(_folder.FullName, "local", "trust"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_first_use_makes_a_key_for_its_owner_only_and_puts_the_public_half_apart()
    {
        var id = await OpenAsync();

        Assert.Equal("600", Mode(File));
        Assert.Equal("700", Mode(Keys));
        Assert.Equal([id], Trust.Load().Select(k => k.KeyId));
        Assert.DoesNotContain(
            "PRIVATE", System.IO.File.ReadAllText(Directory.GetFiles(Trust.Path).Single()), StringComparison.Ordinal);
        Assert.Equal(id, await OpenAsync());
    }

    [Fact]
    public async Task Many_that_come_first_at_once_get_one_key()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(OpenAsync)));

        Assert.Single(ids.Distinct());
        Assert.Single(Trust.Load());
        Assert.Empty(Directory.GetFiles(Keys, "*.new"));
    }

    [Fact]
    public async Task What_a_crash_left_half_written_is_no_key()
    {
        Directory.CreateDirectory(Keys);
        await System.IO.File.WriteAllTextAsync(File + ".new", "-----BEGIN PRIV");

        Assert.Equal(await OpenAsync(), Assert.Single(Trust.Load()).KeyId);
    }

    [Fact]
    public async Task A_key_that_others_can_read_is_not_used()
    {
        await OpenAsync();
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var error = await Assert.ThrowsAsync<EvidenceException>(OpenAsync);

        Assert.Equal(EvidenceFault.BadInput, error.Fault);
        Assert.Contains("mode 640", error.Message, StringComparison.Ordinal);
        Assert.Contains("chmod 600", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_whose_public_half_is_not_trusted_signs_nothing()
    {
        await OpenAsync();
        Directory.Delete(Trust.Path, recursive: true);

        var error = await Assert.ThrowsAsync<EvidenceException>(OpenAsync);

        Assert.Equal(EvidenceFault.Contradiction, error.Fault);
        Assert.False(Directory.Exists(Trust.Path));
    }

    [Fact]
    public async Task A_file_that_is_no_key_is_never_replaced()
    {
        await OpenAsync();
        await System.IO.File.WriteAllTextAsync(File, "secret that is not a key");

        var error = await Assert.ThrowsAsync<EvidenceException>(OpenAsync);

        Assert.Equal(EvidenceFault.Contradiction, error.Fault);
        Assert.DoesNotContain("secret that", error.Message, StringComparison.Ordinal);
        Assert.Equal("secret that is not a key", await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task A_file_in_the_trust_folder_that_is_no_key_is_an_error()
    {
        await OpenAsync();
        await System.IO.File.WriteAllTextAsync(Path.Combine(Trust.Path, "junk.pem"), "junk");

        Assert.Contains(
            "junk.pem", Assert.Throws<EvidenceException>(() => Trust.Load()).Message, StringComparison.Ordinal);
    }

    private static string Mode(string path) => Convert.ToString((int)System.IO.File.GetUnixFileMode(path), 8);

    private async Task<string> OpenAsync()
    {
        using var key = await LocalSigningKey.OpenOrCreateAsync(
            Keys, Trust, TimeProvider.System, CancellationToken.None);
        return key.PublicKey.KeyId;
    }
}
