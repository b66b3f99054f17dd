using System.Numerics;
using Evidence.Ledger.Tree;

namespace Evidence.Ledger.Proofs;

/// <summary>That a tree begins with all entries of an older one, in their order (RFC 9162, 2.1.4).</summary>
/// <param name="From">Number of entries of the older tree. From 0 the proof is empty.</param>
/// <param name="To">Number of entries of the newer tree.</param>
/// <param name="Path">The hashes, as RFC 9162 orders them.</param>
public sealed record ConsistencyProof(long From, long To, IReadOnlyList<Sha256Hash> Path)
{
    /// <summary>Most hashes a proof can have.</summary>
    public const int MaximumLength = 64;

    /// <summary>Whether the tree with the new root begins with that of the old root.</summary>
    public bool Verify(in Sha256Hash oldRoot, in Sha256Hash newRoot)
    {
        if (From < 0 || From > To || Path.Count > MaximumLength)
        {
            return false;
        }

        if (From == 0 || From == To)
        {
            return Path.Count == 0
                && (From > 0 || oldRoot == TreeHash.Empty)
                && (From < To || oldRoot == newRoot);
        }

        // A perfect old tree is a node of the new one, and the proof leaves out its root.
        var ownRoot = BitOperations.IsPow2(From);
        if (!ownRoot && Path.Count == 0)
        {
            return false;
        }

        var (node, last) = (From - 1, To - 1);
        var shared = BitOperations.TrailingZeroCount(From);
        (node, last) = (node >> shared, last >> shared);
        var (older, newer) = ownRoot ? (oldRoot, oldRoot) : (Path[0], Path[0]);
        foreach (var sibling in Path.Skip(ownRoot ? 0 : 1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                older = TreeHash.Node(sibling, older);
                newer = TreeHash.Node(sibling, newer);
                for (; (node & 1) == 0 && node != 0; node >>= 1)
                {
                    last >>= 1;
                }
            }
            else
            {
                newer = TreeHash.Node(newer, sibling);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && older == oldRoot && newer == newRoot;
    }
}
