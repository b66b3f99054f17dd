using System.Collections.Immutable;

namespace Infra.Automation.Policies;

/// <summary>One thing that every graph has to keep to.</summary>
public sealed record PolicyRule
{
    internal PolicyRule(PolicyTheme theme, int number, Func<PolicyContext, IEnumerable<Breach>> find)
    {
        (Theme, Id, Find) = (theme, $"STRATA-{theme.Code}-{number:000}", find);
    }

    /// <summary>Its id, such as <c>STRATA-ENC-001</c>. Never used for another rule, even when it is gone.</summary>
    public string Id { get; }

    /// <summary>What it is about.</summary>
    public PolicyTheme Theme { get; }

    /// <summary>How much a finding matters.</summary>
    public required PolicySeverity Severity { get; init; }

    /// <summary>What has to be, in one sentence.</summary>
    public required string Title { get; init; }

    /// <summary>What happens where it is not so.</summary>
    public required string Reason { get; init; }

    /// <summary>What to change.</summary>
    public required string Remedy { get; init; }

    /// <summary>Ids of the controls it serves, as the catalogue of evidence lists them.</summary>
    public required ImmutableArray<string> Controls { get; init; }

    /// <summary>Where a graph does not keep to it.</summary>
    internal Func<PolicyContext, IEnumerable<Breach>> Find { get; }
}
