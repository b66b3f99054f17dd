using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>What the engine answers: the resource's URN, its id (empty if it has none) and its state.</summary>
internal sealed record Registered(string Urn, string Id, ImmutableDictionary<string, object?> State);
