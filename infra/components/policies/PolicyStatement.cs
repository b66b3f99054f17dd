namespace Infra.Components.Policies;

/// <summary>One statement of an IAM policy.</summary>
public sealed record PolicyStatement
{
    /// <summary>What the statement is called; letters and digits, unique in its document.</summary>
    public required string Sid { get; init; }

    /// <summary>What it does where it applies.</summary>
    public required PolicyEffect Effect { get; init; }

    /// <summary>Whom it is about; null in the policy of a role, which is about the role.</summary>
    public PolicyPrincipal? Principal { get; init; }

    /// <summary>The actions it is about; empty where it is about all but some.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>The actions it is not about, where it is about all the others; empty otherwise.</summary>
    public IReadOnlyList<string> NotActions { get; init; } = [];

    /// <summary>The ARNs it is about; empty in a trust policy, which is about the role.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>Tests that must all hold for it to apply.</summary>
    public IReadOnlyList<PolicyCondition> Conditions { get; init; } = [];

    /// <summary>Permits actions on resources, where the conditions hold.</summary>
    public static PolicyStatement Allow(
        string sid,
        IReadOnlyList<string> actions,
        IReadOnlyList<string> resources,
        params IReadOnlyList<PolicyCondition> conditions) => new()
        {
            Sid = sid,
            Effect = PolicyEffect.Allow,
            Actions = actions,
            Resources = resources,
            Conditions = conditions,
        };

    /// <summary>Refuses actions on resources, where the conditions hold.</summary>
    public static PolicyStatement Deny(
        string sid,
        IReadOnlyList<string> actions,
        IReadOnlyList<string> resources,
        params IReadOnlyList<PolicyCondition> conditions) =>
        Allow(sid, actions, resources, conditions) with { Effect = PolicyEffect.Deny };
}
