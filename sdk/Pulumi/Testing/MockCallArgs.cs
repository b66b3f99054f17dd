using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A function or method call as the engine would get it.</summary>
public class MockCallArgs
{
    public string? Token { get; set; }

    public ImmutableDictionary<string, object> Args { get; set; } = null!;

    /// <summary>URN and id of the provider, or an empty string for the default one.</summary>
    public string? Provider { get; set; }
}
