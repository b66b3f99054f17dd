using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Records;

/// <summary>Where a record's envelope is stored.</summary>
/// <param name="Batch">The batch it travelled in.</param>
/// <param name="Line">Its line, from 1.</param>
public sealed record RecordPlace(VaultLocation Batch, int Line);
