using Evidence.Ledger.Tiles;
using FsCheck;
using FsCheck.Fluent;

namespace Evidence.Tests.Ledger.Tiles;

public sealed class TileIdTests
{
    [Theory]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(0, 1000, 256, "tile/0/x001/000")]
    [InlineData(1, 1234067, 256, "tile/1/x001/x234/067")]
    [InlineData(2, 67, 1, "tile/2/067.p/1")]
    [InlineData(63, long.MaxValue, 255, "tile/63/x009/x223/x372/x036/x854/x775/807.p/255")]
    public void Paths_are_those_of_the_specification(int level, long index, int width, string path)
    {
        var tile = new TileId(level, index, width);

        Assert.Equal(path, tile.Path);
        Assert.True(TileId.TryParse(path, out var read));
        Assert.Equal(tile, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tile/")]
    [InlineData("tile/0")]
    [InlineData("tile/0/")]
    [InlineData("tile/0/00")]
    [InlineData("tile/0/0000")]
    [InlineData("tile/0/x000/001")] // a leading group of zeros
    [InlineData("tile/0/001/000")]
    [InlineData("tile/0/x001")]
    [InlineData("tile/0/x001/")]
    [InlineData("tile/0/x0010/000")]
    [InlineData("tile/00/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/-1/000")]
    [InlineData("tile/+1/000")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p/")]
    [InlineData("tile/0/000.p/1.p/1")]
    [InlineData("tile/0/000 ")]
    [InlineData("Tile/0/000")]
    [InlineData("tile/0/x009/x223/x372/x036/x854/x775/808")] // 2^63
    [InlineData("tile/0/x999/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("tile/entries/000/")]
    [InlineData("tile/entries/x000/000")]
    [InlineData("tile/0/../../checkpoint")]
    public void Anything_else_is_no_path(string path)
    {
        Assert.False(TileId.TryParse(path, out _));
        Assert.False(EntryBundleId.TryParse(path, out _));
    }

    [Fact]
    public void Every_tile_and_bundle_is_read_from_its_path() =>
        Prop.ForAll<NonNegativeInt, int, long>((level, width, index) =>
        {
            var bits = index & long.MaxValue;
            var tile = new TileId(level.Get % 64, bits >> (level.Get % 63), (width & 255) + 1);
            var bundle = new EntryBundleId(tile.Index, tile.Width);
            return TileId.TryParse(tile.Path, out var readTile) && readTile == tile
                && EntryBundleId.TryParse(bundle.Path, out var readBundle) && readBundle == bundle
                && !TileId.TryParse(bundle.Path, out _)
                && bundle.Path == tile.Path.Replace($"tile/{tile.Level}/", "tile/entries/", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_tile_out_of_range_cannot_be_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TileId(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TileId(64, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TileId(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TileId(0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TileId(0, 0, 257));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EntryBundleId(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EntryBundleId(0, 0));
    }
}
