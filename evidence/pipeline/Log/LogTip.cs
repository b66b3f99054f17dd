using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Log;

/// <summary>The end of the log, verified and published: what the next batch is appended to.</summary>
/// <param name="Head">The head, or null of a log without entries.</param>
/// <param name="Tree">The tree that it is the head of.</param>
/// <param name="Floor">
/// The lock of its checkpoint: at least that of every record in the log. Whatever is written after it is locked at
/// least so, and thus a tile, which holds hashes of older records too, is never locked more weakly than one of them,
/// and no lock ever has to be changed afterwards. A hold stays as well: lifting it from a payload lifts no record's.
/// </param>
internal sealed record LogTip(LedgerHead? Head, GrowingTree Tree, ObjectLock? Floor)
{
    public static LogTip Empty() => new(null, new GrowingTree(), null);

    public ObjectLock LockOf(ObjectLock records) => Floor?.And(records) ?? records;
}
