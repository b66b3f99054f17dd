using System.Text;
using System.Text.Json;
using Evidence.Ledger;
using Evidence.Ledger.Notes;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Log;

/// <summary>
/// Where the log ends, and what its end is made from. A pointer: nothing in it is believed before the checkpoint's
/// signature, the batch's digest and the root over both have been verified against locked objects.
/// </summary>
public sealed record LedgerHead
{
    /// <summary>Longest head, in bytes.</summary>
    public const int MaximumLength = 64 * 1024;

    private readonly byte[] _utf8;

    private LedgerHead(HeadDocument document, byte[] utf8)
    {
        _utf8 = utf8;
        Note = SignedNote.Parse(Encoding.UTF8.GetBytes(document.Checkpoint));
        Checkpoint = Checkpoint.Parse(Note.Text);
        Previous = document.Previous;
        Batch = document.Batch;
        Lock = document.Lock.ToLock();
    }

    /// <summary>The checkpoint as it is, or will be, published.</summary>
    public SignedNote Note { get; }

    /// <summary>What <see cref="Note"/> says; not verified here.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>
    /// Size of the tree that this one extends: its checkpoint was published before this head was set.
    /// </summary>
    public long Previous { get; }

    /// <summary>
    /// The records between <see cref="Previous"/> and this head: all that it takes to make its tiles.
    /// </summary>
    public StagedBatch Batch { get; }

    /// <summary>The lock that every tile, bundle and checkpoint of this head is put under.</summary>
    public ObjectLock Lock { get; }

    /// <summary>The head as it is stored. Equal heads are equal bytes.</summary>
    public ReadOnlyMemory<byte> Utf8 => _utf8;

    /// <summary>Makes a head.</summary>
    public static LedgerHead Of(SignedNote note, long previous, StagedBatch batch, ObjectLock locked)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(locked);
        var document = new HeadDocument
        {
            Checkpoint = Encoding.UTF8.GetString(note.ToUtf8()),
            Previous = previous,
            Batch = batch,
            Lock = new HeadLock(locked.Mode, locked.RetainUntil, locked.Hold),
        };
        return new LedgerHead(document, JsonSerializer.SerializeToUtf8Bytes(document, HeadJson.Default.HeadDocument));
    }

    /// <summary>Reads a head.</summary>
    /// <exception cref="LedgerFormatException">The bytes are anything else.</exception>
    public static LedgerHead Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaximumLength)
        {
            throw new LedgerFormatException(
                $"Cannot read the ledger's head: it has {utf8.Length} bytes and at most {MaximumLength} are accepted.");
        }

        try
        {
            var document = JsonSerializer.Deserialize(utf8, HeadJson.Default.HeadDocument);
            return document?.Schema is HeadDocument.CurrentSchema
                ? new LedgerHead(document, utf8.ToArray())
                : throw new LedgerFormatException(
                    $"Cannot read the ledger's head: it must be of the schema \"{HeadDocument.CurrentSchema}\".");
        }
        catch (JsonException e)
        {
            throw new LedgerFormatException($"Cannot read the ledger's head: {e.Message}", e);
        }
    }

    /// <summary>Whether both are the same bytes.</summary>
    public bool Equals(LedgerHead? other) => other is not null && _utf8.AsSpan().SequenceEqual(other._utf8);

    /// <inheritdoc/>
    public override int GetHashCode() => Checkpoint.GetHashCode();
}
