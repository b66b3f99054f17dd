using Infra.Automation.Policies.Iam;

namespace Infra.Automation.Policies.Rules;

/// <summary>What policies of identities and of resources may say, and who may take a role on.</summary>
internal static class PolicyRules
{
    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Identity, 1, context =>
            from kind in Statements.OnResources
                .Concat(Statements.OfIdentities)
                .Append(new(AwsTypes.Role, Statements.Trust))
            from resource in context.Each(kind.Key)
            where resource.Text(kind.Value) is { } text && !Statements.CanRead(text)
            select resource.Breach(kind.Value, "not a policy document"))
        {
            Severity = PolicySeverity.High,
            Title = "Every policy can be read before it is applied.",
            Reason = "What only the cloud can put together, no review and no rule has seen.",
            Remedy = "Write the policy as a PolicyDocument; only ARNs in it may be outputs.",
            Controls = Serves.LeastPrivilege,
        },
        new(PolicyThemes.Identity, 2, context => Statements.EachTrust(context)
            .Where(pair => pair.Statement is { Allows: true } statement
                && statement.Principals.Any(principal => principal.EndsWith('*')))
            .Select(pair => pair.Role.Breach(pair.Statement.Path, "a principal with a wildcard")))
        {
            Severity = PolicySeverity.Critical,
            Title = "No role trusts a wildcard.",
            Reason = "Whoever matches may take the role on, from any account.",
            Remedy = "Name the principal: an account, a role, a service or an identity provider.",
            Controls = Serves.LeastPrivilege,
        },
        new(PolicyThemes.Identity, 3, context =>
            from pair in Statements.EachTrust(context)
            where pair.Statement.Allows
            from condition in pair.Statement.Conditions
            where condition.Operator.StartsWith("ForAllValues:", StringComparison.OrdinalIgnoreCase)
            select pair.Role.Breach(pair.Statement.Path, condition.Operator))
        {
            Severity = PolicySeverity.Critical,
            Title = "No trust is tested with ForAllValues.",
            Reason = "ForAllValues is true where the claim is missing, so a token without it passes.",
            Remedy = "Use StringEquals, or ForAnyValue with a Null test beside it.",
            Controls = Serves.LeastPrivilege,
        },
        new(PolicyThemes.Identity, 4, context => Statements.Each(context, Statements.OfIdentities)
            .Where(pair => pair.Statement is { Allows: true } statement
                && statement.Actions.Any(action => action is "*" || action.EndsWith(":*", StringComparison.Ordinal))
                && statement.Resources.Contains("*"))
            .Where(pair => !IsBoundary(context, pair.Resource))
            .Select(pair => pair.Resource.Breach(
                pair.Statement.Path, $"{string.Join(", ", pair.Statement.Actions)} on *")))
        {
            Severity = PolicySeverity.High,
            Title = "No identity may do everything a service offers, on everything.",
            Reason = "Whoever gets hold of it has the whole service, evidence and logs included.",
            Remedy = "List the actions and the ARNs it needs.",
            Controls = Serves.LeastPrivilege,
        },
    ];

    /// <summary>A permissions boundary only ever takes away, so it may name whole services.</summary>
    private static bool IsBoundary(PolicyContext context, Rendering.GraphResource policy) =>
        context.About(policy, AwsTypes.Role, "permissionsBoundary").Any();
}
