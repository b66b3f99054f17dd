using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>What the engine is told about a resource. Parent, provider and id are empty where there is none.</summary>
internal sealed record Registration(
    string Type, string Name, string Parent, string Provider, string Id, ImmutableDictionary<string, object?> Inputs);
