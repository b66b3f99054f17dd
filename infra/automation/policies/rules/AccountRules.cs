using System.Text.RegularExpressions;
using Infra.Automation.Json;
using Infra.Automation.Policies.Iam;
using Infra.Automation.Rendering;
using Infra.Stacks.Layers;

namespace Infra.Automation.Policies.Rules;

/// <summary>What an account needs once: CI's roles, the emergency, the budget.</summary>
internal static partial class AccountRules
{
    private const int AnHour = 3600;
    private const string GitHub = "token.actions.githubusercontent.com:";

    private static readonly string[] _switches =
        ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Exposure, 7, context => OfTheAccount(context, stack =>
            context.Each(AwsTypes.AccountPublicAccessBlock).Any(block => _switches.All(name => block.IsTrue(name)))
                ? null
                : stack.Breach("accountPublicAccessBlock", "not on in all four ways")))
        {
            Severity = PolicySeverity.High,
            Title = "The account blocks public access to every bucket there will ever be.",
            Reason = "It also covers buckets that somebody makes by hand.",
            Remedy = "Keep the AccountPublicAccessBlock with all four switches on in the bootstrap layer.",
            Controls = Serves.AccessControl,
        },
        new(PolicyThemes.Identity, 14, context =>
            from pair in Federated(context)
            from sentence in Loose(pair.Statement)
            select pair.Role.Breach(pair.Statement.Path, sentence))
        {
            Severity = PolicySeverity.Critical,
            Title = "CI's roles trust exact audiences, subjects and repositories.",
            Reason = "Any repository on GitHub can have a token; IAM looks at the first value of a list only.",
            Remedy = "Test aud, sub and repository_id with StringEquals, and no value with a wildcard.",
            Controls = Serves.Authentication,
        },
        new(PolicyThemes.SupplyChain, 4, context =>
            from pair in Federated(context)
            where pair.Statement.ValuesOf($"{GitHub}sub").Any(subject => subject.Contains(":environment:"))
            where !pair.Statement.ValuesOf($"{GitHub}job_workflow_ref").Any()
                || pair.Statement.ValuesOf($"{GitHub}job_workflow_ref").Any(value => !PinnedWorkflow().IsMatch(value))
            select pair.Role.Breach(pair.Statement.Path, "job_workflow_ref is not one workflow on one branch"))
        {
            Severity = PolicySeverity.High,
            Title = "A role that deploys is for one reviewed workflow.",
            Reason = "Otherwise any workflow that names the environment deploys, on any branch.",
            Remedy = "Test job_workflow_ref for OWNER/REPOSITORY/.github/workflows/FILE@refs/heads/BRANCH.",
            Controls = Serves.Provenance,
        },
        new(PolicyThemes.Identity, 15, context => !context.Has(LayerRegistry.Bootstrap) ? [] :
            context.Unless(AwsTypes.Role, "permissionsBoundary", boundary => boundary.IsPresent()))
        {
            Severity = PolicySeverity.High,
            Title = "Every role is under the permissions boundary.",
            Reason = "Who may make roles without one may make one that may do anything; the boundary itself denies it, "
                + "so the deployment would fail, too.",
            Remedy = "Let the stack's transformation set it, or pass PermissionsBoundary.",
            Controls = Serves.LeastPrivilege,
        },
        new(PolicyThemes.Identity, 16, context =>
            from pair in Statements.EachTrust(context)
            where IsForPeople(pair.Statement)
            where !pair.Statement.Conditions.Any(condition => condition is
                { Operator: "Bool", Key: "aws:MultiFactorAuthPresent", Values: ["true"] })
                || pair.Role.Number("maxSessionDuration") is > AnHour
            select pair.Role.Breach(pair.Statement.Path, "people without a second factor, or for longer than an hour"))
        {
            Severity = PolicySeverity.High,
            Title = "A person takes a role on with a second factor, and for an hour.",
            Reason = "A stolen access key alone would be enough, and for as long as the thief likes.",
            Remedy = "Test aws:MultiFactorAuthPresent with Bool, and set MaxSessionDuration to 3600.",
            Controls = Serves.Authentication,
        },
        new(PolicyThemes.Identity, 17, context => Statements.Each(context, Statements.OfIdentities)
            .Where(pair => pair.Statement.Allows && pair.Statement.Covers("iam:PassRole")
                && pair.Statement.Resources.Contains("*") && !pair.Statement.ValuesOf("iam:PassedToService").Any())
            .Where(pair => !context.About(pair.Resource, AwsTypes.Role, "permissionsBoundary").Any())
            .Select(pair => pair.Resource.Breach(pair.Statement.Path, "iam:PassRole on *")))
        {
            Severity = PolicySeverity.Critical,
            Title = "No identity passes any role to any service.",
            Reason = "It is the shortest way from a few permissions to all of them.",
            Remedy = "Name the roles, and the services by iam:PassedToService.",
            Controls = Serves.LeastPrivilege,
        },
        new(PolicyThemes.Identity, 18, context => context.Each(AwsTypes.RolePolicyAttachment)
            .Where(attachment => attachment.Text("policyArn") is { } policy
                && (policy.EndsWith("/AdministratorAccess", StringComparison.Ordinal)
                    || policy.EndsWith("/PowerUserAccess", StringComparison.Ordinal)
                    || policy.EndsWith("/IAMFullAccess", StringComparison.Ordinal)))
            .Select(attachment => attachment.Breach("policyArn")))
        {
            Severity = PolicySeverity.High,
            Title = "No role has one of AWS's policies for administrators.",
            Reason = "They grow with every service that AWS adds.",
            Remedy = "Attach a policy of ours that lists what the role needs.",
            Controls = Serves.LeastPrivilege,
        },
        new(PolicyThemes.Logging, 7, context =>
            from pair in Statements.EachTrust(context)
            where IsForPeople(pair.Statement) && context.LayerOf(pair.Role) == LayerRegistry.Bootstrap
            let name = pair.Role.Text("name") ?? pair.Role.Name
            where !context.Each(AwsTypes.EventRule).Any(rule => rule.Text("eventPattern") is { } pattern
                && pattern.Contains("AssumeRole", StringComparison.Ordinal)
                && pattern.Contains($"/{name}\"", StringComparison.Ordinal)
                && context.About(rule, AwsTypes.EventTarget, "rule").Any())
            select pair.Role.Breach("alarm", "its use alarms nobody"))
        {
            Severity = PolicySeverity.High,
            Title = "Somebody hears of it when a role for emergencies is used.",
            Reason = "An emergency that nobody knows of is an intruder.",
            Remedy = "Add an EventRule on AssumeRole of the role, with a target.",
            Controls = Serves.Logging,
        },
        new(PolicyThemes.Cost, 7, context => OfTheAccount(context, stack => context.Each(AwsTypes.Budget)
            .Any(budget => ((string[])["ACTUAL", "FORECASTED"]).All(kind => budget.Items("notifications")
                .Any(alert => alert.At("notificationType").AsText() == kind)))
                    ? null
                    : stack.Breach("budget", "none that warns of actual and forecast spending")))
        {
            Severity = PolicySeverity.Medium,
            Title = "A budget warns of what is spent and of what will be.",
            Reason = "The invoice is the last to know.",
            Remedy = "Keep the Budget with ACTUAL and FORECASTED notifications in the bootstrap layer.",
            Controls = Serves.Spending,
        },
        new(PolicyThemes.Cost, 8, context => OfTheAccount(context, stack => context.Each(AwsTypes.AnomalyMonitor)
            .Any(monitor => context.About(monitor, AwsTypes.AnomalySubscription, "monitorArnLists").Any())
                ? null
                : stack.Breach("anomalyMonitor", "none that tells anybody")))
        {
            Severity = PolicySeverity.Low,
            Title = "Somebody hears of spending that is out of the ordinary.",
            Reason = "Stolen credentials are spent on machines first.",
            Remedy = "Keep the AnomalyMonitor and its AnomalySubscription in the bootstrap layer.",
            Controls = Serves.Spending,
        },
    ];

    /// <summary>A breach of the bootstrap layer's stack, where the environment has the layer.</summary>
    private static IEnumerable<Breach> OfTheAccount(PolicyContext context, Func<GraphResource, Breach?> find) =>
        context.StackOf(LayerRegistry.Bootstrap) is { } stack && find(stack) is { } breach ? [breach] : [];

    private static IEnumerable<(GraphResource Role, Statement Statement)> Federated(PolicyContext context) =>
        Statements.EachTrust(context).Where(pair => pair.Statement.Allows
            && pair.Statement.Principals.Any(
                principal => principal.StartsWith("Federated:", StringComparison.Ordinal)));

    private static IEnumerable<string> Loose(Statement statement)
    {
        foreach (var claim in (string[])["aud", "sub", "repository_id"])
        {
            var tests = statement.Conditions.Where(condition => condition.Key == GitHub + claim).ToList();
            if (tests is [] || tests.Any(test => test.Operator is not "StringEquals"))
            {
                yield return $"{claim} is not tested with StringEquals";
            }
            else if (tests.SelectMany(test => test.Values).Any(value => value.Contains('*') || value.Contains('?')))
            {
                yield return $"{claim} has a value with a wildcard";
            }
        }
    }

    /// <summary>
    /// Whether a statement lets people in: users, or all of an account where it does not name the roles it means.
    /// </summary>
    private static bool IsForPeople(Statement statement) => statement.Allows && statement.Principals.Any(principal =>
        principal.Contains(":user/", StringComparison.Ordinal)
        || (principal.EndsWith(":root", StringComparison.Ordinal)
            && !(statement.ValuesOf("aws:PrincipalArn").ToList() is { Count: > 0 } names
                && names.All(name => name.Contains(":role/", StringComparison.Ordinal)))));

    [GeneratedRegex(@"\A[\w.-]+/[\w.-]+/\.github/workflows/[\w.-]+@refs/(heads|tags)/[\w./-]+\z")]
    private static partial Regex PinnedWorkflow();
}
