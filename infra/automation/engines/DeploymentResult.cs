using System.Collections.Immutable;
using System.Text.Json;
using Infra.Automation.Engines.Plans;

namespace Infra.Automation.Engines;

/// <summary>What an operation did.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Engine">The engine that did it.</param>
/// <param name="Rehearsal">Whether it was a rehearsal, and so touched nothing real.</param>
/// <param name="Operation"><c>up</c> or <c>destroy</c>.</param>
/// <param name="GraphDigest">SHA-256 of the layer's graph in lower-case hexadecimal; null for <c>destroy</c>.</param>
/// <param name="Changes">What was done, in that order.</param>
/// <param name="Resources">What there is now.</param>
/// <param name="Outputs">The stack's outputs by wire name.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it ended.</param>
public sealed record DeploymentResult(
    string Environment,
    string Layer,
    string Engine,
    bool Rehearsal,
    string Operation,
    string? GraphDigest,
    ImmutableArray<PlannedChange> Changes,
    ImmutableArray<DeployedResource> Resources,
    JsonElement Outputs,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt);
