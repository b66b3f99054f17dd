namespace Infra.Tests.Flows.Evaluation;

/// <summary>
/// What the VPC CNI does: nothing, policies as Kubernetes defines them, or those with a default deny for all.
/// </summary>
internal enum Enforcing
{
    Off,
    Standard,
    Strict,
}
