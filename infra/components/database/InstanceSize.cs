namespace Infra.Components.Database;

/// <summary>How large a PostgreSQL instance is.</summary>
/// <param name="InstanceClass">Such as <c>db.m7g.large</c>.</param>
/// <param name="StorageGb">Storage it starts with, in GiB.</param>
/// <param name="MaximumStorageGb">Storage it may grow to by itself, in GiB.</param>
/// <param name="MultiZone">Whether a standby in another zone takes over.</param>
public sealed record InstanceSize(string InstanceClass, int StorageGb, int MaximumStorageGb, bool MultiZone);
