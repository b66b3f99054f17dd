using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Infra.Automation.Engines.Plans;
using Infra.Automation.Json;

namespace Infra.Automation.Engines;

/// <summary>
/// What is kept of a deployment as evidence: what was asked, by what, and what came of it. Holds no secret.
/// </summary>
/// <param name="Environment">The environment.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Engine">The engine that did it.</param>
/// <param name="Rehearsal">Whether it was a rehearsal, and so touched nothing real.</param>
/// <param name="Operation"><c>up</c> or <c>destroy</c>.</param>
/// <param name="GraphDigest">SHA-256 of the layer's graph in lower-case hexadecimal; null for <c>destroy</c>.</param>
/// <param name="Changes">
/// How many resources were created, updated, replaced, deleted or forgotten; zero is left out.
/// </param>
/// <param name="Steps">What was done, in that order.</param>
/// <param name="Resources">What there is now.</param>
/// <param name="Outputs">The stack's outputs by wire name.</param>
/// <param name="StartedAt">When it began, in UTC.</param>
/// <param name="FinishedAt">When it ended, in UTC.</param>
/// <param name="Tool">The version of strata.</param>
/// <param name="Commit">The git commit of the program; null where it is in no repository.</param>
public sealed record DeploymentRecord(
    string Environment,
    string Layer,
    string Engine,
    bool Rehearsal,
    string Operation,
    string? GraphDigest,
    ImmutableSortedDictionary<string, int> Changes,
    ImmutableArray<DeploymentStep> Steps,
    ImmutableArray<DeployedResource> Resources,
    JsonElement Outputs,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    string Tool,
    string? Commit)
{
    /// <summary>The format of the document.</summary>
    public string Schema { get; init; } = "strata.deployment/v1";

    /// <summary>The record of a deployment.</summary>
    /// <param name="result">What was done.</param>
    /// <param name="tool">The version of strata.</param>
    /// <param name="commit">The git commit of the program; null where it is in no repository.</param>
    public static DeploymentRecord Of(DeploymentResult result, string tool, string? commit) => new(
        result.Environment,
        result.Layer,
        result.Engine,
        result.Rehearsal,
        result.Operation,
        result.GraphDigest,
        result.Changes.GroupBy(change => Word(change.Kind))
            .ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
        [.. result.Changes.Select(change => new DeploymentStep(Word(change.Kind), change.Urn))],
        result.Resources,
        result.Outputs,
        result.StartedAt,
        result.FinishedAt,
        tool,
        commit);

    /// <summary>The record as canonical JSON.</summary>
    public string ToJson() => CanonicalJson.Write(this, DeploymentJson.Default.DeploymentRecord);

    private static string Word(ChangeKind kind) => kind.ToString().ToLower(CultureInfo.InvariantCulture);
}
