using System.Globalization;
using System.Text;
using Evidence.Ledger.Notes;
using Evidence.Ledger.Text;
using Evidence.Ledger.Tree;

namespace Evidence.Ledger.Proofs;

/// <summary>
/// A file that proves offline that an entry is in a log: its place, the hashes that lead to the root, and the signed
/// checkpoint with that root. Source: C2SP tlog-proof.
/// </summary>
/// <param name="Index">Place of the entry, from 0.</param>
/// <param name="Path">The hashes of the inclusion proof, the leaf's sibling first.</param>
/// <param name="Checkpoint">The checkpoint's note, as the log published it.</param>
/// <param name="Extra">Bytes for the application, or none. Nothing authenticates them.</param>
public sealed record TlogProof(
    long Index, IReadOnlyList<Sha256Hash> Path, SignedNote Checkpoint, ReadOnlyMemory<byte> Extra = default)
{
    /// <summary>Extension of a file's name.</summary>
    public const string FileExtension = ".tlog-proof";

    /// <summary>Longest extra data, in bytes.</summary>
    public const int MaximumExtraLength = 64 * 1024;

    /// <summary>Longest proof, in bytes.</summary>
    public const int MaximumLength = SignedNote.MaximumLength + (2 * MaximumExtraLength);

    private const string Header = "c2sp.org/tlog-proof@v1";

    /// <summary>Reads a proof. Nothing in it may be believed before <see cref="Verify"/>.</summary>
    /// <exception cref="LedgerFormatException">The bytes are not a proof; the message names the line.</exception>
    public static TlogProof Parse(ReadOnlySpan<byte> proof)
    {
        if (proof.Length > MaximumLength)
        {
            throw new LedgerFormatException(
                $"Cannot read the log proof: it has {proof.Length} bytes and at most {MaximumLength} are accepted.");
        }

        var lines = new LineReader(proof);
        if (!lines.TryRead(out var line) || !line.SequenceEqual(Encoding.UTF8.GetBytes(Header)))
        {
            throw Malformed(lines.Number, $"\"{Header}\"", line);
        }

        lines.TryRead(out line);
        byte[]? extra = [];
        if (line.StartsWith("extra "u8))
        {
            if (!StrictBase64.TryDecode(line[6..], out extra) || extra.Length is 0 or > MaximumExtraLength)
            {
                throw Malformed(lines.Number, $"\"extra\" and base64 of 1 to {MaximumExtraLength} bytes", line);
            }

            lines.TryRead(out line);
        }

        if (!line.StartsWith("index "u8) || !StrictDecimal.TryParse(line[6..], out var index))
        {
            throw Malformed(lines.Number, "\"index\" and a decimal number", line);
        }

        var path = new List<Sha256Hash>();
        while (true)
        {
            if (!lines.TryRead(out line))
            {
                throw Malformed(lines.Number, "a hash, or the empty line before the checkpoint", line);
            }

            if (line.IsEmpty)
            {
                return new TlogProof(index, path, SignedNote.Parse(lines.Rest), extra);
            }

            if (path.Count == InclusionProof.MaximumLength || !HashText.TryParse(line, out var hash))
            {
                throw Malformed(lines.Number, "one of at most 63 hashes as base64 of 32 bytes", line);
            }

            path.Add(hash);
        }
    }

    /// <summary>The proof as the bytes of its file. A proof that was read is written back byte for byte.</summary>
    public byte[] ToUtf8()
    {
        var head = new StringBuilder(Header).Append('\n');
        if (!Extra.IsEmpty)
        {
            head.Append("extra ").Append(Convert.ToBase64String(Extra.Span)).Append('\n');
        }

        head.Append(CultureInfo.InvariantCulture, $"index {Index}\n");
        foreach (var hash in Path)
        {
            head.Append(HashText.Of(hash)).Append('\n');
        }

        return [.. Encoding.UTF8.GetBytes(head.Append('\n').ToString()), .. Checkpoint.ToUtf8()];
    }

    /// <summary>Verifies that <paramref name="entry"/> is in a log that <paramref name="trusted"/> signs.</summary>
    /// <returns>The checkpoint that the entry is under.</returns>
    /// <exception cref="LedgerException">
    /// The checkpoint is not one, is not signed by the log, or the entry is not at this place of its tree.
    /// </exception>
    public Checkpoint Verify(ReadOnlySpan<byte> entry, params IReadOnlyList<NoteKey> trusted)
    {
        var checkpoint = Notes.Checkpoint.Open(Checkpoint, trusted);
        return new InclusionProof(Index, checkpoint.Size, Path).Verify(TreeHash.Leaf(entry), checkpoint.Root)
            ? checkpoint
            : throw new LedgerVerificationException(
                $"The proof does not lead from this entry at index {Index} to the root of "
                + $"{Quote.Of(checkpoint.Origin)} at size {checkpoint.Size}.");
    }

    private static LedgerFormatException Malformed(int line, string expected, ReadOnlySpan<byte> found) =>
        new($"Cannot read the log proof: line {line} must be {expected}, found {Quote.Of(found)}.");
}
