using System.Globalization;
using System.Text;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Text;

namespace Evidence.Ledger.Notes;

/// <summary>The head of a log's tree, as the text of a signed note. Source: C2SP tlog-checkpoint.</summary>
/// <param name="Origin">Which log: a name that is never used for another.</param>
/// <param name="Size">Number of entries.</param>
/// <param name="Root">Root of the tree over them.</param>
/// <param name="Extensions">Further lines. Nothing audits them, so this library writes none of its own.</param>
public sealed record Checkpoint(string Origin, long Size, Sha256Hash Root, IReadOnlyList<string> Extensions)
{
    /// <summary>A checkpoint without further lines.</summary>
    public Checkpoint(string origin, long size, Sha256Hash root)
        : this(origin, size, root, [])
    {
    }

    /// <summary>Reads the text of a note.</summary>
    /// <exception cref="LedgerFormatException">The text is not a checkpoint; the message names the line.</exception>
    public static Checkpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = new LineReader(Encoding.UTF8.GetBytes(text));
        if (!lines.TryRead(out var origin) || origin.IsEmpty)
        {
            throw Malformed(lines.Number, "the log's origin", origin);
        }

        if (!lines.TryRead(out var digits) || !StrictDecimal.TryParse(digits, out var size))
        {
            throw Malformed(lines.Number, "the tree's size in decimal digits", digits);
        }

        if (!lines.TryRead(out var base64) || !HashText.TryParse(base64, out var root))
        {
            throw Malformed(lines.Number, "the tree's root as base64 of 32 bytes", base64);
        }

        var extensions = new List<string>();
        while (!lines.Rest.IsEmpty)
        {
            extensions.Add(lines.TryRead(out var line) && !line.IsEmpty
                ? Encoding.UTF8.GetString(line)
                : throw Malformed(lines.Number, "an extension that is not empty and ends in a newline", line));
        }

        return new Checkpoint(Encoding.UTF8.GetString(origin), size, root, extensions);
    }

    /// <summary>
    /// The checkpoint in <paramref name="note"/>, once a trusted key that bears the log's origin as its name is found
    /// to have signed it.
    /// </summary>
    /// <exception cref="LedgerException">
    /// The note's text is not a checkpoint, or <see cref="SignedNote.Verify"/> refuses it, or no key of the log signed.
    /// </exception>
    public static Checkpoint Open(SignedNote note, params IReadOnlyList<NoteKey> trusted)
    {
        ArgumentNullException.ThrowIfNull(note);
        var signers = note.Verify(trusted);
        var checkpoint = Parse(note.Text);
        return signers.Any(key => key.Name == checkpoint.Origin)
            ? checkpoint
            : throw new LedgerVerificationException(
                $"The checkpoint of {Quote.Of(checkpoint.Origin)} is signed by {Quote.Of(signers[0].Name)}, "
                + "and by no trusted key of that name.");
    }

    /// <summary>Signs the checkpoint with the log's key, named as its origin.</summary>
    public ValueTask<SignedNote> SignAsync(ISigner signer, CancellationToken cancellationToken) =>
        SignedNote.SignAsync(ToText(), Origin, signer, cancellationToken);

    /// <summary>The checkpoint as the text of a note.</summary>
    /// <exception cref="LedgerFormatException">A field cannot be written, such as an origin of two lines.</exception>
    public string ToText()
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{HashText.Of(Root)}\n")
            .AppendJoin("", Extensions.Select(extension => extension + "\n"))
            .ToString();
        var read = Parse(text);
        return read.Origin == Origin && read.Extensions.SequenceEqual(Extensions)
            ? text
            : throw new LedgerFormatException(
                $"Cannot write the checkpoint of {Quote.Of(Origin)}: one of its lines has a newline.");
    }

    /// <summary>Whether both say the same, line by line.</summary>
    public bool Equals(Checkpoint? other) =>
        other is not null
        && Origin == other.Origin
        && Size == other.Size
        && Root == other.Root
        && Extensions.SequenceEqual(other.Extensions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Origin, Size, Root);

    private static LedgerFormatException Malformed(int line, string expected, ReadOnlySpan<byte> found) =>
        new($"Cannot read the checkpoint: line {line} must be {expected}, found {Quote.Of(found)}.");
}
