using System.Collections.Immutable;

namespace Infra.Automation.Rendering;

/// <summary>How engines treat a resource. An option that was not given is not written.</summary>
public sealed record GraphOptions
{
    /// <summary>URNs of earlier identities of the resource.</summary>
    public ImmutableArray<string>? Aliases { get; init; }

    /// <summary>Outputs that are secret besides those that the provider says are.</summary>
    public ImmutableArray<string>? AdditionalSecretOutputs { get; init; }

    /// <summary>Time the provider has for each operation.</summary>
    public GraphTimeouts? CustomTimeouts { get; init; }

    /// <summary>Whether a replacement deletes the old resource before it creates the new one.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>URN of a resource whose deletion takes this one with it.</summary>
    public string? DeletedWith { get; init; }

    /// <summary>
    /// URNs of what must exist before it: what the program names, and the resources whose outputs its inputs use.
    /// </summary>
    public ImmutableArray<string>? DependsOn { get; init; }

    /// <summary>Paths of inputs whose changes are not applied.</summary>
    public ImmutableArray<string>? IgnoreChanges { get; init; }

    /// <summary>Id of an existing resource that is adopted instead of created.</summary>
    public string? Import { get; init; }

    /// <summary>Whether engines refuse to delete or replace it.</summary>
    public bool? Protect { get; init; }

    /// <summary>Paths of inputs whose changes replace the resource.</summary>
    public ImmutableArray<string>? ReplaceOnChanges { get; init; }

    /// <summary>Whether it stays in the cloud when it leaves the program.</summary>
    public bool? RetainOnDelete { get; init; }

    /// <summary>The provider's version, where the program names one.</summary>
    public string? Version { get; init; }
}
