namespace Infra.Tests.Identity;

/// <summary>A role as an environment's graph has it, every reference in its policies replaced by a whole ARN.</summary>
internal sealed record IamRole(string Name, string Arn, string Trust, IReadOnlyList<string> Policies, string? Boundary);
