using Infra.Components.Identity;
using Infra.Stacks.Environments;

namespace Infra.Stacks.Bootstrap;

/// <summary>What an account has before anything else is in it.</summary>
/// <param name="StateHistory">How long old versions of the state are kept.</param>
/// <param name="KeyDeletionWindow">How long a KMS key that is to be deleted can still be rescued; 7 to 30 days.</param>
/// <param name="Alarms">The mail address that is told when somebody has to look.</param>
/// <param name="Repository">The repository whose workflows deploy the environment.</param>
/// <param name="BreakGlassUsers">ARNs of the IAM users who may take the role for emergencies.</param>
/// <param name="Budget">What the account may cost.</param>
public sealed record BootstrapSettings(
    Period StateHistory,
    Period KeyDeletionWindow,
    string Alarms,
    GitHubRepository Repository,
    IReadOnlyList<string> BreakGlassUsers,
    BudgetSettings Budget);
