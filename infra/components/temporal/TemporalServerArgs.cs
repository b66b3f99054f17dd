using Infra.Components.Charts.Pods;

namespace Infra.Components.Temporal;

/// <summary>Arguments of <see cref="TemporalServer"/>.</summary>
public sealed class TemporalServerArgs : ResourceArgs
{
    /// <summary>Where and how often each of its services runs.</summary>
    public required Placement Placement { get; init; }

    /// <summary>How the history is divided. Fixed for the life of the databases.</summary>
    public required HistoryShards Shards { get; init; }

    /// <summary>Host name of PostgreSQL, as it is in its certificate.</summary>
    public required Input<string> DatabaseHost { get; init; }

    /// <summary>Port of PostgreSQL.</summary>
    public required Input<int> DatabasePort { get; init; }

    /// <summary>The authorities that the database's certificate may come from, as PEM.</summary>
    public required string DatabaseAuthorities { get; init; }

    /// <summary>Where workflows' state is.</summary>
    public required TemporalStore State { get; init; }

    /// <summary>What workflows are found by.</summary>
    public required TemporalStore Visibility { get; init; }

    /// <summary>The namespaces that are made where they are missing.</summary>
    public required IReadOnlyList<TemporalNamespace> Namespaces { get; init; }
}
