using Evidence.Ledger;
using Evidence.Ledger.Tiles;
using Evidence.Pipeline.Vault;

namespace Evidence.Tests.Vault;

public sealed class VaultKeysTests
{
    private static readonly Sha256Hash _digest = Sha256Hash.Of("x"u8);

    [Fact]
    public void Payloads_and_batches_are_found_by_their_digest()
    {
        Assert.Equal($"payload/sha256/2d/{_digest}", VaultKeys.Payload(_digest));
        Assert.Equal($"ledger/batch/2d/{_digest}", VaultKeys.Batch(_digest));
    }

    [Fact]
    public void Tiles_and_bundles_are_where_tlog_tiles_puts_them()
    {
        Assert.Equal("ledger/tile/1/x001/000.p/17", VaultKeys.Tile(new TileId(1, 1000, 17)));
        Assert.Equal("ledger/tile/entries/x001/000", VaultKeys.Bundle(new EntryBundleId(1000)));
    }

    [Fact]
    public void Checkpoints_are_in_the_order_of_their_sizes()
    {
        var key = VaultKeys.Checkpoint(1234);

        Assert.Equal("ledger/checkpoint/0000000000000001234", key);
        Assert.True(string.CompareOrdinal(key, VaultKeys.Checkpoint(999)) > 0);
        Assert.True(string.CompareOrdinal(key, VaultKeys.Checkpoint(long.MaxValue)) < 0);
        Assert.True(VaultKeys.TryParseCheckpoint(key, out var size));
        Assert.Equal(1234, size);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ledger/checkpoint/")]
    [InlineData("ledger/checkpoint/1234")]
    [InlineData("ledger/checkpoint/-000000000000001234")]
    [InlineData("ledger/checkpoint/9999999999999999999")]
    [InlineData("other/0000000000000001234")]
    public void Anything_else_is_no_checkpoint(string? key) => Assert.False(VaultKeys.TryParseCheckpoint(key, out _));
}
