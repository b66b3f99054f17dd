namespace Infra.Components.Database;

/// <summary>Arguments of <see cref="DedicatedDatabase"/>.</summary>
public sealed class DedicatedDatabaseArgs : ResourceArgs
{
    /// <summary>The tenant: a DNS label. It is in names and in the tag <c>tenant</c>.</summary>
    public required string Tenant { get; init; }

    /// <summary>The instance as it is for everybody; its identifier and tags become the tenant's.</summary>
    public required PostgresInstanceArgs Instance { get; init; }

    /// <summary>The secret of the service's user as it is for everybody; it becomes the tenant's.</summary>
    public required DatabaseSecretArgs Secret { get; init; }
}
