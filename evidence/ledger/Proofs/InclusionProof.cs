using Evidence.Ledger.Tree;

namespace Evidence.Ledger.Proofs;

/// <summary>That an entry is in a tree: the hashes that lead from its leaf to the root (RFC 9162, 2.1.3).</summary>
/// <param name="Index">Place of the entry, from 0.</param>
/// <param name="Size">Number of entries of the tree.</param>
/// <param name="Path">The hashes, the leaf's sibling first.</param>
public sealed record InclusionProof(long Index, long Size, IReadOnlyList<Sha256Hash> Path)
{
    /// <summary>Most hashes a proof can have: one per level.</summary>
    public const int MaximumLength = 63;

    /// <summary>Whether the tree with this root has this leaf at this index.</summary>
    public bool Verify(in Sha256Hash leaf, in Sha256Hash root)
    {
        if (Index < 0 || Index >= Size || Path.Count > MaximumLength)
        {
            return false;
        }

        var (node, last) = (Index, Size - 1);
        var hash = leaf;
        foreach (var sibling in Path)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = TreeHash.Node(sibling, hash);
                // A last node without a sibling moves up unchanged.
                for (; (node & 1) == 0 && node != 0; node >>= 1)
                {
                    last >>= 1;
                }
            }
            else
            {
                hash = TreeHash.Node(hash, sibling);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && hash == root;
    }
}
