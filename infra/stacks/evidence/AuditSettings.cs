using Infra.Stacks.Environments;

namespace Infra.Stacks.Evidence;

/// <summary>Who may touch evidence, and what is recorded about it.</summary>
/// <param name="Reviewers">ARNs of the IAM users who read evidence. None of them holds.</param>
/// <param name="Holders">ARNs of the IAM users who place and release legal holds. None of them reviews.</param>
/// <param name="TrailRetention">How long CloudTrail's records are locked.</param>
/// <param name="LogHistory">How long access logs and inventories are kept.</param>
public sealed record AuditSettings(
    IReadOnlyList<string> Reviewers, IReadOnlyList<string> Holders, Period TrailRetention, Period LogHistory);
