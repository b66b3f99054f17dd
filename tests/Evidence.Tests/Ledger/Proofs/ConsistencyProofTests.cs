using Evidence.Ledger;
using Evidence.Ledger.Proofs;
using Evidence.Tests.Ledger.Tree;

namespace Evidence.Tests.Ledger.Proofs;

public sealed class ConsistencyProofTests
{
    private static readonly Sha256Hash[] Leaves = NaiveTree.Leaves(300);
    private static readonly Sha256Hash[] Roots =
        [.. Enumerable.Range(0, 301).Select(size => NaiveTree.Root(Leaves.AsSpan(0, size)))];

    [Fact]
    public void Every_pair_of_small_sizes_is_proved_by_the_naive_proof()
    {
        for (var to = 0; to <= 100; to++)
        {
            Assert.True(new ConsistencyProof(0, to, []).Verify(Roots[0], Roots[to]));
            for (var from = 1; from <= to; from++)
            {
                var proof = new ConsistencyProof(from, to, NaiveTree.Proof(from, Leaves.AsSpan(0, to)));
                Assert.True(proof.Verify(Roots[from], Roots[to]));
            }
        }
    }

    [Fact]
    public void Anything_changed_in_a_proof_is_refused()
    {
        var other = Sha256Hash.Of([1]);
        foreach (var (from, to) in new[] { (1, 2), (1, 8), (2, 3), (4, 7), (6, 7), (6, 8), (64, 65), (90, 300) })
        {
            var path = NaiveTree.Proof(from, Leaves.AsSpan(0, to));
            var proof = new ConsistencyProof(from, to, path);

            Assert.False(proof.Verify(other, Roots[to]));
            Assert.False(proof.Verify(Roots[from], other));
            Assert.False((proof with { Path = [.. path, other] }).Verify(Roots[from], Roots[to]));
            Assert.False((proof with { From = -1 }).Verify(Roots[from], Roots[to]));
            Assert.False((proof with { From = to + 1 }).Verify(Roots[from], Roots[to]));
            Assert.False((proof with { From = from - 1 }).Verify(Roots[from], Roots[to]));
            for (var i = 0; i < path.Count; i++)
            {
                Assert.False((proof with { Path = [.. path[..i], .. path[(i + 1)..]] }).Verify(Roots[from], Roots[to]));
                Assert.False((proof with { Path = [.. path[..i], other, .. path[(i + 1)..]] })
                    .Verify(Roots[from], Roots[to]));
            }
        }
    }

    [Fact]
    public void A_proof_from_nothing_is_empty_and_from_the_empty_root()
    {
        Assert.False(new ConsistencyProof(0, 5, [Roots[5]]).Verify(Roots[0], Roots[5]));
        Assert.False(new ConsistencyProof(0, 5, []).Verify(Roots[1], Roots[5]));
        Assert.False(new ConsistencyProof(0, 0, []).Verify(Roots[0], Roots[1]));
        Assert.False(new ConsistencyProof(6, 8, []).Verify(Roots[6], Roots[8]));
    }
}
