using System.Collections.Immutable;

namespace Pulumi.Automation.Events;

/// <summary>A step: what is done to which resource.</summary>
public class StepEventMetadata
{
    internal StepEventMetadata()
    {
    }

    public OperationType Op => throw Bundled.Refusal();

    public string Urn => throw Bundled.Refusal();

    public string Type => throw Bundled.Refusal();

    public StepEventStateMetadata? Old => throw Bundled.Refusal();

    public StepEventStateMetadata? New => throw Bundled.Refusal();

    public ImmutableArray<string>? Keys => throw Bundled.Refusal();

    public ImmutableArray<string>? Diffs => throw Bundled.Refusal();

    public IImmutableDictionary<string, PropertyDiff>? DetailedDiff => throw Bundled.Refusal();

    public bool? Logical => throw Bundled.Refusal();

    public string Provider => throw Bundled.Refusal();
}
