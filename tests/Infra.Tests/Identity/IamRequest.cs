namespace Infra.Tests.Identity;

/// <summary>
/// One request to AWS, and every policy that decides about it, as <c>tests/node/iam.mjs</c> reads it.
/// </summary>
internal sealed record IamRequest(
    string Principal, string Action, string Resource, string Account, IReadOnlyDictionary<string, object> Context)
{
    public IReadOnlyList<string> Identity { get; init; } = [];

    public string? Boundary { get; init; }

    public string? ResourcePolicy { get; init; }
}
