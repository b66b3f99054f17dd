using System.Text.Json.Nodes;
using Infra.Automation.Policies;

namespace Infra.Tests.Policies.Mutations;

/// <summary>Ways to break what an account has once.</summary>
internal static class BootstrapMutations
{
    private const string Claim = "token.actions.githubusercontent.com:";

    public static IEnumerable<Mutation> All { get; } =
    [
        new("STRATA-PUB-007", "one switch off", graph => graph.Set(
            AwsTypes.AccountPublicAccessBlock, null, "ignorePublicAcls", false)),
        new("STRATA-PUB-007", "no block", graph => graph.Remove(AwsTypes.AccountPublicAccessBlock, null)),
        new("STRATA-IAM-014", "any audience", graph => Trust(graph, "deploy", equals => equals.Remove(Claim + "aud"))),
        new("STRATA-IAM-014", "a wildcard as second value", graph => Trust(
            graph, "deploy", equals => equals[Claim + "sub"]?.AsArray().Add("*"))),
        new("STRATA-IAM-014", "any repository of the name", graph => Trust(
            graph, "pull-request", equals => equals.Remove(Claim + "repository_id"))),
        new("STRATA-IAM-014", "StringLike", graph => graph.Statement(
            AwsTypes.Role, "pull-request", "assumeRolePolicy", null, statement =>
            {
                var tests = statement["Condition"]?["StringEquals"]?.DeepClone();
                statement["Condition"] = new JsonObject { ["StringLike"] = tests };
            })),
        new("STRATA-SUPPLY-004", "any workflow", graph => Trust(
            graph, "deploy", equals => equals.Remove(Claim + "job_workflow_ref"))),
        new("STRATA-SUPPLY-004", "any branch", graph => Trust(
            graph, "deploy", equals => equals[Claim + "job_workflow_ref"] =
                new JsonArray("strata-example/strata/.github/workflows/deploy.yml@*"))),
        new("STRATA-IAM-015", "no boundary", graph => graph.Set(
            AwsTypes.Role, "deploy", "permissionsBoundary", null)),
        new("STRATA-IAM-015", "no boundary in another layer", graph => graph.Set(
            AwsTypes.Role, "vault-replication-role", "permissionsBoundary", null)),
        new("STRATA-IAM-016", "one factor", graph => graph.Statement(
            AwsTypes.Role, "break-glass", "assumeRolePolicy", null,
            statement => statement["Condition"]?.AsObject().Remove("Bool"))),
        new("STRATA-IAM-016", "half a day", graph => graph.Set(
            AwsTypes.Role, "break-glass", "maxSessionDuration", 43200)),
        new("STRATA-IAM-017", "any role to any service", graph => graph.Policy(
            AwsTypes.Policy, "deploy-platform", "policy", statements => statements.Add(JsonNode.Parse(
                """{"Effect":"Allow","Action":["iam:PassRole"],"Resource":["*"]}""")))),
        new("STRATA-IAM-018", "an administrator", graph => graph.Set(
            AwsTypes.RolePolicyAttachment, "pull-request-read-attachment", "policyArn",
            "arn:aws:iam::aws:policy/AdministratorAccess")),
        new("STRATA-LOG-007", "nobody hears of it", graph => graph.Remove(
            AwsTypes.EventTarget, "break-glass-used-topic")),
        new("STRATA-COST-007", "no forecast", graph => graph.Set(
            AwsTypes.Budget, null, "notifications[2]", null)),
        new("STRATA-COST-008", "nobody is told", graph => graph.Remove(AwsTypes.AnomalySubscription, null)),
    ];

    private static void Trust(GraphEdit graph, string role, Action<JsonObject> change) => graph.Statement(
        AwsTypes.Role, role, "assumeRolePolicy", null,
        statement => change(Assert.IsType<JsonObject>(statement["Condition"]?["StringEquals"])));
}
