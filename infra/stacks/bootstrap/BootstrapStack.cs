using Infra.Components.Account;
using Infra.Components.Budgets;
using Infra.Components.Evidence;
using Infra.Components.Identity;
using Infra.Components.Identity.Deployment;
using Infra.Components.Policies;
using Infra.Components.State;
using Infra.Stacks.Layers;
using Aws = Pulumi.Aws;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Stacks.Bootstrap;

/// <summary>
/// The <c>bootstrap</c> layer: what an account has before anything else is in it. An administrator of the account
/// applies it; the permission boundary that it makes keeps every other role away from it, CI's included.
/// </summary>
public sealed class BootstrapStack : Stack
{
    private static readonly TimeSpan _shortest = TimeSpan.FromHours(1); // IAM takes no less.
    private static readonly TimeSpan _deployment = TimeSpan.FromHours(2); // A new cluster and its databases.

    /// <summary>Declares the layer.</summary>
    public BootstrapStack(LayerContext context)
        : base(context.Options)
    {
        var (environment, scope, tags) = (context.Environment, context.Environment.Scope, context.Tags);
        var settings = environment.Bootstrap ?? throw new ArgumentException(
            $"The environment '{environment.Name}' has no section 'bootstrap'.", nameof(context));
        var home = new Aws.Provider(
            "home", new() { Region = environment.Region, AllowedAccountIds = { environment.Account } });
        var options = new ComponentResourceOptions { Provider = home };

        var state = new StateStore(
            "state",
            new()
            {
                Scope = scope,
                HistoryDays = settings.StateHistory.Days,
                KeyDeletionDays = settings.KeyDeletionWindow.Days,
                Tags = tags with { Service = "state", DataClass = "confidential" },
            },
            new() { Provider = home, Protect = true });
        var topic = new AlarmTopic(
            "alarms",
            new()
            {
                Scope = scope,
                Address = settings.Alarms,
                KeyDeletionDays = settings.KeyDeletionWindow.Days,
                Tags = tags,
            },
            new() { Provider = home, Protect = environment.Protect });
        var boundary = new PermissionsBoundary(
            "boundary",
            new()
            {
                Scope = scope,
                Regions = [environment.Region, environment.ReplicaRegion],
                VaultPrefixes = [EvidenceVault.PrimaryBucketNameOf(environment.Prefix)],
                VitalKeyAliases =
                    [$"alias/{scope.StateName}", $"alias/{EvidenceVault.PrimaryBucketNameOf(environment.Prefix)}"],
                Tags = tags,
            },
            options);
        var gitHub = new Iam.OpenIdConnectProvider(
            "github",
            new()
            {
                Url = $"https://{GitHubTrust.Issuer}",
                ClientIdLists = { GitHubTrust.Audience },
                Tags = tags.ToInputs(),
            },
            new() { Provider = home });

        var deploy = new RoleWithPolicies(
            "deploy",
            new()
            {
                RoleName = scope.DeployRoleName,
                Purpose = $"CI deploys {environment.Name}",
                Boundary = boundary.PolicyArn,
                Trust = gitHub.Arn.Apply(
                    arn => GitHubTrust.Deployment(arn, settings.Repository, environment.Name).ToJson()),
                Policies = DeploymentPolicies.Of(
                    scope,
                    [environment.Region, environment.ReplicaRegion],
                    state.KeyArn,
                    scope.Role($"{environment.Prefix}-evidence-writer")),
                Session = _deployment,
                Tags = tags,
            },
            options);
        var pullRequest = new RoleWithPolicies(
            "pull-request",
            new()
            {
                RoleName = scope.PullRequestRoleName,
                Purpose = $"CI compares {environment.Name} with a pull request",
                Boundary = boundary.PolicyArn,
                Trust = gitHub.Arn.Apply(arn => GitHubTrust.PullRequest(arn, settings.Repository).ToJson()),
                Policies = Only("read", PullRequestPolicy.Document.ToJson()),
                Session = _shortest,
                Tags = tags,
            },
            options);
        var breakGlass = new RoleWithPolicies(
            "break-glass",
            new()
            {
                RoleName = scope.BreakGlassRoleName,
                Purpose = "For when nothing else helps",
                Boundary = boundary.PolicyArn,
                // In this region, where the alarm below listens. The global endpoint counts as another one.
                Trust = Output.Create(MfaTrust.Of(
                    "PeopleBreakTheGlass",
                    settings.BreakGlassUsers,
                    new PolicyCondition("StringEquals", "aws:RequestedRegion", environment.Region)).ToJson()),
                Policies = Only("repair", BreakGlassPolicy.For(scope).ToJson()),
                Session = _shortest,
                Tags = tags,
            },
            options);

        foreach (var (name, sentence, calls) in AccountWatch.Of(scope))
        {
            _ = new CallAlarm(
                name,
                new()
                {
                    RuleName = $"{environment.Prefix}-{name}",
                    Sentence = $"{environment.Name}: {sentence}",
                    Calls = calls,
                    TopicArn = topic.TopicArn,
                    Tags = tags,
                },
                options);
        }

        _ = new CostGuard(
            "costs",
            new()
            {
                Prefix = environment.Prefix,
                MonthlyDollars = settings.Budget.Monthly,
                AnomalyDollars = settings.Budget.Anomaly,
                Address = settings.Budget.Address,
                Tags = tags,
            },
            options);
        _ = new Aws.S3.AccountPublicAccessBlock(
            "private",
            new()
            {
                BlockPublicAcls = true,
                BlockPublicPolicy = true,
                IgnorePublicAcls = true,
                RestrictPublicBuckets = true,
            },
            new() { Provider = home, Protect = environment.Protect });

        StateBucket = state.BucketName;
        StateKeyArn = state.KeyArn;
        OidcProviderArn = gitHub.Arn;
        DeployRoleArn = deploy.RoleArn;
        PullRequestRoleArn = pullRequest.RoleArn;
        BreakGlassRoleArn = breakGlass.RoleArn;
        PermissionsBoundaryArn = boundary.PolicyArn;
        AlarmTopicArn = topic.TopicArn;
    }

    /// <summary>Name of the bucket of the state.</summary>
    [Output("stateBucket")]
    public Output<string> StateBucket { get; private set; }

    /// <summary>ARN of the key of the state's secrets.</summary>
    [Output("stateKeyArn")]
    public Output<string> StateKeyArn { get; private set; }

    /// <summary>ARN of GitHub's identity provider.</summary>
    [Output("oidcProviderArn")]
    public Output<string> OidcProviderArn { get; private set; }

    /// <summary>ARN of the role that CI deploys with.</summary>
    [Output("deployRoleArn")]
    public Output<string> DeployRoleArn { get; private set; }

    /// <summary>ARN of the role that CI reads with for a pull request.</summary>
    [Output("pullRequestRoleArn")]
    public Output<string> PullRequestRoleArn { get; private set; }

    /// <summary>ARN of the role for emergencies.</summary>
    [Output("breakGlassRoleArn")]
    public Output<string> BreakGlassRoleArn { get; private set; }

    /// <summary>ARN of the policy that bounds every role of the environment.</summary>
    [Output("permissionsBoundaryArn")]
    public Output<string> PermissionsBoundaryArn { get; private set; }

    /// <summary>ARN of the topic of alarms.</summary>
    [Output("alarmTopicArn")]
    public Output<string> AlarmTopicArn { get; private set; }

    private static Dictionary<string, Output<string>> Only(string part, string document) =>
        new() { [part] = Output.Create(document) };
}
