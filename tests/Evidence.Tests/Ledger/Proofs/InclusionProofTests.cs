using Evidence.Ledger;
using Evidence.Ledger.Proofs;
using Evidence.Tests.Ledger.Tree;

namespace Evidence.Tests.Ledger.Proofs;

public sealed class InclusionProofTests
{
    private static readonly Sha256Hash[] Leaves = NaiveTree.Leaves(300);

    [Fact]
    public void Every_leaf_of_every_small_tree_is_proved_by_the_naive_path()
    {
        for (var size = 1; size <= 130; size++)
        {
            var tree = Leaves.AsSpan(0, size);
            var root = NaiveTree.Root(tree);
            for (var index = 0; index < size; index++)
            {
                Assert.True(new InclusionProof(index, size, NaiveTree.Path(index, tree)).Verify(tree[index], root));
            }
        }
    }

    [Fact]
    public void Anything_changed_in_a_proof_is_refused()
    {
        foreach (var size in new[] { 1, 2, 3, 5, 8, 13, 64, 100, 129, 300 })
        {
            var tree = Leaves.AsSpan(0, size);
            var root = NaiveTree.Root(tree);
            for (var index = 0; index < size; index += 1 + (size / 10))
            {
                List<Sha256Hash> path = NaiveTree.Path(index, tree);
                var proof = new InclusionProof(index, size, path);

                Assert.False(proof.Verify(Sha256Hash.Of([1]), root));
                Assert.False(proof.Verify(tree[index], Sha256Hash.Of([1])));
                Assert.False((proof with { Path = [.. path, root] }).Verify(tree[index], root));
                Assert.False((proof with { Index = -1 }).Verify(tree[index], root));
                Assert.False((proof with { Index = size }).Verify(tree[index], root));
                Assert.False((proof with { Index = index ^ 1 }).Verify(tree[index], root) && size > 1);
                for (var i = 0; i < path.Count; i++)
                {
                    Assert.False((proof with { Path = [.. path[..i], .. path[(i + 1)..]] }).Verify(tree[index], root));
                    Assert.False((proof with { Path = [.. path[..i], root, .. path[(i + 1)..]] })
                        .Verify(tree[index], root));
                }
            }
        }
    }

    [Fact]
    public void An_endless_path_is_refused_before_it_is_hashed() =>
        Assert.False(new InclusionProof(0, long.MaxValue, new Sha256Hash[64]).Verify(default, default));
}
