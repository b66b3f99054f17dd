using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource as the engine would get it.</summary>
public class MockResourceArgs
{
    public string? Type { get; set; }

    public string? Name { get; set; }

    /// <summary>The inputs by wire name. Secrets are plain values; absent and unknown inputs are not there.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;

    /// <summary>URN and id of the provider, or an empty string for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id to read or import, or an empty string.</summary>
    public string? Id { get; set; }
}
