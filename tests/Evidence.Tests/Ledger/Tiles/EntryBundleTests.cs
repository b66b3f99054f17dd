using System.Buffers;
using Evidence.Ledger;
using Evidence.Ledger.Tiles;
using FsCheck;
using FsCheck.Fluent;

namespace Evidence.Tests.Ledger.Tiles;

public sealed class EntryBundleTests
{
    [Fact]
    public void Every_entry_is_read_as_it_was_written() =>
        Prop.ForAll<byte[][]>(entries =>
        {
            var bundle = Bundle(entries);
            var read = new List<byte[]>();
            foreach (var entry in EntryBundle.Read(bundle, entries.Length))
            {
                read.Add(entry.ToArray());
            }

            return read.Count == entries.Length && read.Zip(entries).All(pair => pair.First.SequenceEqual(pair.Second));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_length_stands_before_the_entry_high_byte_first()
    {
        Assert.Equal([0, 2, 7, 8, 0, 0], Bundle([[7, 8], []]));
        Assert.Equal(2 + 65_535, Bundle([new byte[65_535]]).Length);
        Assert.Throws<LedgerFormatException>(() => Bundle([new byte[65_536]]));
    }

    [Theory]
    [InlineData(1, "entry 0 of 1 is cut short at byte 0")]
    [InlineData(1, "entry 0 of 1 is cut short at byte 0", (byte)0)]
    [InlineData(1, "entry 0 at byte 0 says it has 2 bytes, and 1 are left", (byte)0, (byte)2, (byte)7)]
    [InlineData(2, "entry 1 of 2 is cut short at byte 3", (byte)0, (byte)1, (byte)7)]
    [InlineData(1, "1 bytes follow its 1 entries", (byte)0, (byte)0, (byte)7)]
    [InlineData(0, "1 bytes follow its 0 entries", (byte)0)]
    public void A_bundle_of_another_length_is_refused_where_it_breaks(int width, string expected, params byte[] bundle)
    {
        var e = Assert.Throws<LedgerFormatException>(() =>
        {
            foreach (var entry in EntryBundle.Read(bundle, width))
            {
                Assert.True(entry.Length < 2);
            }
        });

        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_beginning_of_a_bundle_is_a_bundle()
    {
        var bundle = Bundle([[1], [2, 2], [3]]);

        Assert.Equal(Bundle([[1], [2, 2]]), EntryBundle.Take(bundle, 2).ToArray());
        Assert.Equal(bundle, EntryBundle.Take(bundle, 3).ToArray());
        Assert.Throws<LedgerFormatException>(() => EntryBundle.Take(bundle, 4));
    }

    private static byte[] Bundle(byte[][] entries)
    {
        var bundle = new ArrayBufferWriter<byte>();
        foreach (var entry in entries)
        {
            EntryBundle.Append(bundle, entry);
        }

        return bundle.WrittenSpan.ToArray();
    }
}
