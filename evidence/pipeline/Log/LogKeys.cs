using Evidence.Ledger.Notes;
using Evidence.Pipeline.Signing;

namespace Evidence.Pipeline.Log;

/// <summary>
/// Keys whose checkpoints are believed: each only up to the tree that its revocation is in, and not before it was
/// valid.
/// </summary>
internal sealed class LogKeys(string origin, TrustedKeys trusted)
{
    private readonly (NoteKey Note, TrustedKey Key)[] _keys =
    [
        .. trusted.All.Where(k => k.Roles.Contains(KeyRole.Log)).Select(k => (NoteKey.Of(origin, k.Key), k)),
    ];

    /// <summary>The checkpoint in a note, once a key that was valid at its size is found to have signed it.</summary>
    /// <exception cref="Ledger.LedgerException">None did, or it is no checkpoint.</exception>
    public Checkpoint Open(SignedNote note)
    {
        var size = Checkpoint.Parse(note.Text).Size;
        // The entry at an index is in trees that are larger than the index, the first of them by one.
        NoteKey[] valid =
            [.. _keys.Where(k => size > k.Key.ValidFrom && !(size - 1 > k.Key.RevokedAt)).Select(k => k.Note)];
        return Checkpoint.Open(note, valid);
    }
}
