using Evidence.Ledger.Tiles;

namespace Evidence.Tests.Ledger.Tiles;

public sealed class TileLayoutTests
{
    [Fact]
    public void A_tree_of_seventy_thousand_has_the_tiles_of_the_specification()
    {
        var tiles = TileLayout.Growth(0, 70_000).ToList();

        Assert.Equal(273, tiles.Count(tile => tile is { Level: 0, IsPartial: false }));
        Assert.Equal(
            [new TileId(0, 273, 112), new TileId(1, 0), new TileId(1, 1, 17), new TileId(2, 0, 1)], tiles.Skip(273));
        Assert.Equal(
            [new TileId(0, 273, 112), new TileId(1, 1, 17), new TileId(2, 0, 1)], TileLayout.RightEdge(70_000));
        Assert.Equal(new EntryBundleId(273, 112), TileLayout.BundleGrowth(0, 70_000).Last());
    }

    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(0, 1, "tile/0/000.p/1")]
    [InlineData(0, 256, "tile/0/000 tile/1/000.p/1")]
    [InlineData(255, 256, "tile/0/000 tile/1/000.p/1")]
    [InlineData(256, 257, "tile/0/001.p/1")]
    [InlineData(256, 512, "tile/0/001 tile/1/000.p/2")]
    [InlineData(5, 5, "")]
    [InlineData(65535, 65536, "tile/0/255 tile/1/000 tile/2/000.p/1")]
    public void Growth_lists_what_changed_and_nothing_else(long from, long to, string paths) =>
        Assert.Equal(paths, string.Join(' ', TileLayout.Growth(from, to)));

    [Fact]
    public void The_largest_tree_has_a_right_edge() =>
        Assert.Equal(
            [255, 255, 255, 255, 255, 255, 255, 127], TileLayout.RightEdge(long.MaxValue).Select(tile => tile.Width));

    [Fact]
    public void A_tree_has_no_tiles_past_its_end()
    {
        Assert.Equal(new TileId(0, 0), TileLayout.TileAt(256, 0, 0));
        Assert.Null(TileLayout.TileAt(256, 0, 1));
        Assert.Equal(new TileId(1, 0, 1), TileLayout.TileAt(256, 1, 0));
        Assert.Null(TileLayout.TileAt(256, 2, 0));
        Assert.Null(TileLayout.TileAt(256, 9, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TileLayout.Growth(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TileLayout.RightEdge(-1));
    }
}
