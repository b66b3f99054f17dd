using System.Buffers;
using System.Buffers.Binary;

namespace Evidence.Ledger.Tiles;

/// <summary>Entries one after another, each with its length before it as 16 bits, the high byte first.</summary>
public static class EntryBundle
{
    /// <summary>Longest entry, in bytes.</summary>
    public const int MaximumEntryLength = ushort.MaxValue;

    internal const int LengthSize = sizeof(ushort);

    /// <summary>Longest bundle, in bytes.</summary>
    public const int MaximumLength = TileId.FullWidth * (LengthSize + MaximumEntryLength);

    /// <summary>Writes one entry.</summary>
    /// <exception cref="LedgerFormatException">The entry is longer than <see cref="MaximumEntryLength"/>.</exception>
    public static void Append(IBufferWriter<byte> bundle, ReadOnlySpan<byte> entry)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        if (entry.Length > MaximumEntryLength)
        {
            throw new LedgerFormatException(
                $"Cannot log an entry of {entry.Length} bytes: at most {MaximumEntryLength} fit.");
        }

        var space = bundle.GetSpan(LengthSize + entry.Length);
        BinaryPrimitives.WriteUInt16BigEndian(space, (ushort)entry.Length);
        entry.CopyTo(space[LengthSize..]);
        bundle.Advance(LengthSize + entry.Length);
    }

    /// <summary>Reads the entries one after another, without copying them: <c>foreach (var entry in …)</c>.</summary>
    /// <param name="bundle">The bundle's bytes.</param>
    /// <param name="width">How many entries it must have: not one more or less.</param>
    public static EntryBundleReader Read(ReadOnlySpan<byte> bundle, int width) => new(bundle, width);

    /// <summary>The beginning of a bundle that holds its first <paramref name="width"/> entries.</summary>
    /// <exception cref="LedgerFormatException">The bundle has fewer, or one is cut short.</exception>
    public static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> bundle, int width)
    {
        var end = 0;
        for (var entry = 0; entry < width; entry++)
        {
            end += LengthSize + Next(bundle.Span[end..], end, entry, width).Length;
        }

        return bundle[..end];
    }

    internal static ReadOnlySpan<byte> Next(ReadOnlySpan<byte> rest, int offset, int entry, int width)
    {
        if (rest.Length < LengthSize)
        {
            throw new LedgerFormatException(
                $"Cannot read the entry bundle: entry {entry} of {width} is cut short at byte {offset}.");
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        return length <= rest.Length - LengthSize
            ? rest.Slice(LengthSize, length)
            : throw new LedgerFormatException(
                $"Cannot read the entry bundle: entry {entry} at byte {offset} says it has {length} bytes, "
                + $"and {rest.Length - LengthSize} are left.");
    }
}
