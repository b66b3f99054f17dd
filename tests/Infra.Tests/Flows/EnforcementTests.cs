using Infra.Components.Flows;

namespace Infra.Tests.Flows;

public sealed class EnforcementTests
{
    [Fact]
    public void The_configuration_of_the_platform_enforces() =>
        Assert.Empty(Enforcement.Findings(Enforcement.ConfigurationValues));

    [Theory]
    [InlineData(null, "no configuration values")]
    [InlineData("", "no JSON object")]
    [InlineData("not json", "no JSON object")]
    [InlineData("[]", "no JSON object")]
    public void Without_configuration_nothing_is_enforced(string? values, string found) =>
        Assert.Contains(found, Assert.Single(Enforcement.Findings(values)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"env":{"NETWORK_POLICY_ENFORCING_MODE":"strict"}}""", "'enableNetworkPolicy' absent")]
    [InlineData("""{"enableNetworkPolicy":"no","env":{"NETWORK_POLICY_ENFORCING_MODE":"strict"}}""", "at '\"no\"'")]
    [InlineData("""{"enableNetworkPolicy":true,"env":{"NETWORK_POLICY_ENFORCING_MODE":"strict"}}""", "at 'true'")]
    [InlineData("""{"enableNetworkPolicy":"true"}""", "'NETWORK_POLICY_ENFORCING_MODE' absent")]
    [InlineData("""{"enableNetworkPolicy":"true","env":{"NETWORK_POLICY_ENFORCING_MODE":"standard"}}""", "a new pod")]
    [InlineData("""{"enableNetworkPolicy":"true","env":7}""", "'NETWORK_POLICY_ENFORCING_MODE' absent")]
    public void Each_half_of_enforcement_is_a_finding_of_its_own(string values, string found) =>
        Assert.Contains(found, Assert.Single(Enforcement.Findings(values)), StringComparison.Ordinal);

    [Fact]
    public void An_add_on_that_enforces_nothing_has_both_findings() =>
        Assert.Equal(2, Enforcement.Findings("{}").Count);
}
