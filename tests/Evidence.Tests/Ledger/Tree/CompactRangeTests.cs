using Evidence.Ledger;
using Evidence.Ledger.Tree;
using FsCheck;
using FsCheck.Fluent;

namespace Evidence.Tests.Ledger.Tree;

public sealed class CompactRangeTests
{
    private static readonly string[] ReferenceEntries =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void The_reference_trees_have_the_reference_roots(int size, string root)
    {
        var range = new CompactRange();
        foreach (var entry in ReferenceEntries.Take(size))
        {
            range.Append(TreeHash.Leaf(Convert.FromHexString(entry)));
        }

        Assert.Equal(root, range.Root().ToString());
    }

    [Fact]
    public void Every_size_to_six_hundred_has_the_root_of_the_naive_tree()
    {
        var leaves = NaiveTree.Leaves(600);
        var range = new CompactRange();
        for (var size = 0; size < leaves.Length; size++)
        {
            Assert.Equal(NaiveTree.Root(leaves.AsSpan(0, size)), range.Root());
            Assert.Equal(leaves[size], TreeHash.Leaf(NaiveTree.Entry(size)));
            range.Append(leaves[size]);
            Assert.Equal(size + 1, range.Size);
        }
    }

    [Fact]
    public void Whole_subtrees_may_be_appended_by_their_roots() =>
        Prop.ForAll<int>(seed =>
        {
            var random = new Random(seed);
            var leaves = NaiveTree.Leaves(random.Next(2000));
            var range = new CompactRange();
            while (range.Size < leaves.Length)
            {
                var level = random.Next(9);
                var rest = leaves.AsSpan((int)range.Size);
                if (range.Size % (1 << level) == 0 && rest.Length >= 1 << level)
                {
                    range.Append(TreeHash.Perfect(rest[..(1 << level)]), level);
                }
            }

            return range.Root() == NaiveTree.Root(leaves);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_subtree_must_begin_where_one_can()
    {
        var range = new CompactRange();
        range.Append(TreeHash.Leaf([]));

        Assert.Throws<ArgumentException>(() => range.Append(TreeHash.Empty, 1));
        Assert.Throws<ArgumentException>(() => range.Append(TreeHash.Empty, 63));
        Assert.Throws<ArgumentException>(() => range.Append(TreeHash.Empty, -1));
        Assert.Throws<ArgumentException>(() => TreeHash.Perfect(new Sha256Hash[3]));
        Assert.Throws<ArgumentException>(() => TreeHash.Perfect([]));
    }

    [Fact]
    public void A_tree_goes_on_from_the_roots_of_its_subtrees()
    {
        var leaves = NaiveTree.Leaves(100);
        var range = new CompactRange(
            7, [NaiveTree.Root(leaves.AsSpan(0, 4)), NaiveTree.Root(leaves.AsSpan(4, 2)), leaves[6]]);
        foreach (var leaf in leaves.Skip(7))
        {
            range.Append(leaf);
        }

        Assert.Equal(NaiveTree.Root(leaves), range.Root());
        Assert.Throws<ArgumentException>(() => new CompactRange(7, leaves.AsSpan(0, 2)));
    }

    [Fact]
    public void A_tree_never_outgrows_its_index()
    {
        var almostFull = new CompactRange(long.MaxValue, new Sha256Hash[63]);

        Assert.Throws<OverflowException>(() => almostFull.Append(TreeHash.Empty));
        Assert.Equal(long.MaxValue, almostFull.Size);
    }

    [Fact]
    public void Long_and_short_entries_hash_alike()
    {
        foreach (var length in new[] { 0, 1, 1022, 1023, 1024, 1025, 65_535 })
        {
            var entry = new byte[length];
            Random.Shared.NextBytes(entry);
            Assert.Equal(NaiveTree.Leaf(entry), TreeHash.Leaf(entry));
        }
    }
}
