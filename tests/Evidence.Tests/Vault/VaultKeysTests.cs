using Evidence.Ledger;
using Evidence.Pipeline.Vault;

namespace Evidence.Tests.Vault;

public sealed class VaultKeysTests
{
    private static readonly Sha256Hash _digest = Sha256Hash.Of("x"u8);

    [Fact]
    public void A_batch_is_found_by_its_day_and_checked_by_its_digest()
    {
        var key = VaultKeys.Batch(new DateTimeOffset(2026, 1, 31, 23, 59, 59, 123, TimeSpan.FromHours(-5)), _digest);

        Assert.Equal($"records/2026-02-01/20260201T045959.123Z-{_digest}.intoto.jsonl", key);
        Assert.True(VaultKeys.TryParseBatch(key, out var parsed));
        Assert.Equal(_digest, parsed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("records/")]
    [InlineData("records/.intoto.jsonl")]
    [InlineData("records/x-.intoto.jsonl")]
    [InlineData("records/x-ABCD.intoto.jsonl")]
    [InlineData("other/2026-02-01/x-2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881.intoto.jsonl")]
    public void Anything_else_is_no_batch(string? key) => Assert.False(VaultKeys.TryParseBatch(key, out _));

    [Fact]
    public void A_payload_is_found_by_its_digest() =>
        Assert.Equal($"payload/sha256/2d/{_digest}", VaultKeys.Payload(_digest));
}
