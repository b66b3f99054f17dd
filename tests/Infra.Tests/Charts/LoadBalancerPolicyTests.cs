using System.Text.Json;
using Infra.Components.Ingress;

namespace Infra.Tests.Charts;

public sealed class LoadBalancerPolicyTests
{
    private static JsonElement.ArrayEnumerator Statements => JsonElement.Parse(
        LoadBalancerPolicy.For("aws", "eu-central-1", "111122223333", "strata").ToJson())
        .GetProperty("Statement").EnumerateArray();

    [Fact]
    public void What_changes_something_is_bound_to_the_clusters_tag_or_to_making_it() => Assert.All(
        Statements.Where(statement => Actions(statement).Any(action => !action.Contains(":Describe"))),
        statement =>
        {
            var resources = statement.GetProperty("Resource").EnumerateArray();
            Assert.DoesNotContain("*", resources.Select(arn => arn.GetString()));
            var conditions = statement.GetProperty("Condition").GetProperty("StringEquals").EnumerateObject();
            Assert.Contains(conditions, condition => condition.Name.EndsWith("Tag/elbv2.k8s.aws/cluster")
                || condition.Name is "elasticloadbalancing:CreateAction");
        });

    [Fact]
    public void It_touches_neither_security_groups_nor_iam() => Assert.All(
        Statements.SelectMany(Actions),
        action => Assert.True(
            action.StartsWith("elasticloadbalancing:", StringComparison.Ordinal)
                || action.StartsWith("ec2:Describe", StringComparison.Ordinal),
            action));

    private static IEnumerable<string> Actions(JsonElement statement) =>
        statement.GetProperty("Action").EnumerateArray().Select(action => action.GetString() ?? "");
}
