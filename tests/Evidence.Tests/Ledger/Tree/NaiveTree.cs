using System.Security.Cryptography;
using Evidence.Ledger;

namespace Evidence.Tests.Ledger.Tree;

/// <summary>RFC 6962 section 2.1 word for word: recursive, slow, and sharing no code with what it checks.</summary>
internal static class NaiveTree
{
    public static Sha256Hash Root(ReadOnlySpan<Sha256Hash> leaves)
    {
        if (leaves.IsEmpty)
        {
            return new Sha256Hash(SHA256.HashData([]));
        }

        var k = Middle(leaves.Length);
        return leaves.Length == 1 ? leaves[0] : Node(Root(leaves[..k]), Root(leaves[k..]));
    }

    public static List<Sha256Hash> Path(int index, ReadOnlySpan<Sha256Hash> leaves)
    {
        if (leaves.Length == 1)
        {
            return [];
        }

        var k = Middle(leaves.Length);
        return index < k
            ? [.. Path(index, leaves[..k]), Root(leaves[k..])]
            : [.. Path(index - k, leaves[k..]), Root(leaves[..k])];
    }

    public static List<Sha256Hash> Proof(int from, ReadOnlySpan<Sha256Hash> leaves) => SubProof(from, leaves, true);

    public static Sha256Hash[] Leaves(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Leaf(Entry(i)))];

    /// <summary>An entry for any index, of a length that differs between neighbours.</summary>
    public static byte[] Entry(int index) => [.. BitConverter.GetBytes(index), .. new byte[index % 7]];

    public static Sha256Hash Leaf(byte[] entry) => new(SHA256.HashData([0, .. entry]));

    private static List<Sha256Hash> SubProof(int from, ReadOnlySpan<Sha256Hash> leaves, bool known)
    {
        if (from == leaves.Length)
        {
            return known ? [] : [Root(leaves)];
        }

        var k = Middle(leaves.Length);
        return from <= k
            ? [.. SubProof(from, leaves[..k], known), Root(leaves[k..])]
            : [.. SubProof(from - k, leaves[k..], false), Root(leaves[..k])];
    }

    private static Sha256Hash Node(Sha256Hash left, Sha256Hash right) =>
        new(SHA256.HashData([1, .. left.Bytes, .. right.Bytes]));

    private static int Middle(int count)
    {
        var k = 1;
        while (2 * k < count)
        {
            k *= 2;
        }

        return k;
    }
}
