using Infra.Components.Identity;

namespace Infra.Components.Evidence;

/// <summary>
/// The three roles that touch evidence. Each may do what the others may not; nobody is two of them at once.
/// </summary>
/// <param name="Scope">The account.</param>
public sealed record EvidenceRoleNames(AccountScope Scope)
{
    /// <summary>Name of the role that writes evidence and reads back what it wrote.</summary>
    public string Writer => $"{Scope.Prefix}-evidence-writer";

    /// <summary>Name of the role that reads evidence, and who touched it.</summary>
    public string Reviewer => $"{Scope.Prefix}-evidence-reviewer";

    /// <summary>Name of the role that places and releases legal holds.</summary>
    public string Hold => $"{Scope.Prefix}-evidence-hold";

    /// <summary>ARN of <see cref="Writer"/>.</summary>
    public string WriterArn => Scope.Role(Writer);

    /// <summary>ARN of <see cref="Reviewer"/>.</summary>
    public string ReviewerArn => Scope.Role(Reviewer);

    /// <summary>ARN of <see cref="Hold"/>.</summary>
    public string HoldArn => Scope.Role(Hold);
}
