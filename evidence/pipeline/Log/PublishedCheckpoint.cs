using Evidence.Ledger.Notes;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Log;

/// <summary>A checkpoint as it stands in the vault, signed by a trusted key.</summary>
internal sealed record PublishedCheckpoint(Checkpoint Checkpoint, SignedNote Note, StoredVersion Version);
