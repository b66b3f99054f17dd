using Infra.Components.Tagging;

namespace Infra.Components.Budgets;

/// <summary>Arguments of <see cref="CostGuard"/>.</summary>
public sealed class CostGuardArgs : ResourceArgs
{
    /// <summary>What names start with.</summary>
    public required string Prefix { get; init; }

    /// <summary>What the account may cost in a month, in US dollars.</summary>
    public required int MonthlyDollars { get; init; }

    /// <summary>From how many unexpected US dollars an anomaly is reported.</summary>
    public required int AnomalyDollars { get; init; }

    /// <summary>The mail address that is told.</summary>
    public required string Address { get; init; }

    /// <summary>The tags of everything.</summary>
    public required StandardTags Tags { get; init; }
}
