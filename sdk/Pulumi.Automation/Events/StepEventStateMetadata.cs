using System.Collections.Immutable;

namespace Pulumi.Automation.Events;

/// <summary>A resource before or after a step.</summary>
public class StepEventStateMetadata
{
    internal StepEventStateMetadata()
    {
    }

    public string Urn => throw Bundled.Refusal();

    public string Type => throw Bundled.Refusal();

    public bool? Custom => throw Bundled.Refusal();

    public bool? Delete => throw Bundled.Refusal();

    public string Id => throw Bundled.Refusal();

    public string Parent => throw Bundled.Refusal();

    public bool? Protect => throw Bundled.Refusal();

    public IImmutableDictionary<string, object> Inputs => throw Bundled.Refusal();

    public IImmutableDictionary<string, object> Outputs => throw Bundled.Refusal();

    public string Provider => throw Bundled.Refusal();

    public ImmutableArray<string>? InitErrors => throw Bundled.Refusal();
}
