namespace Infra.Components.Temporal.Values;

/// <summary><c>server.config.persistence</c>: two stores, both PostgreSQL outside the cluster.</summary>
internal sealed record PersistenceValues
{
    /// <summary>The chart finds a store's schema by this very name.</summary>
    public string DefaultStore { get; } = "default";

    /// <summary>The chart takes the name as the folder of the schema: no other name has one.</summary>
    public string VisibilityStore { get; } = "visibility";

    /// <summary>How the history is divided. Fixed for the life of the database.</summary>
    public required int NumHistoryShards { get; init; }

    public required Datastores Datastores { get; init; }
}
