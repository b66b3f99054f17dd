using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Records;

/// <summary>Where a record is in the ledger.</summary>
/// <param name="Index">Its index: the first record of a ledger has 0. It never changes.</param>
/// <param name="Bundle">
/// The bundle of entries it was written to, or read from. A later, fuller one may hold it as well.
/// </param>
public sealed record RecordPlace(long Index, VaultLocation Bundle);
