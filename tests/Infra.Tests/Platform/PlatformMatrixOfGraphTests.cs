using Infra.Components.Flows;
using Infra.Tests.Flows.Evaluation;

namespace Infra.Tests.Platform;

/// <summary>Who can call whom by what is in prod's graph, and by nothing else.</summary>
[Collection(nameof(SerialRendering))]
public sealed class PlatformMatrixOfGraphTests
{
    /// <summary>Values of the VPC CNI's add-on under which policies do nothing.</summary>
    public static TheoryData<string?> NotEnforcing =>
    [
        null, "{}", """{"enableNetworkPolicy":"false","env":{"NETWORK_POLICY_ENFORCING_MODE":"strict"}}""",
        """{"enableNetworkPolicy":true,"env":{"NETWORK_POLICY_ENFORCING_MODE":"strict"}}""",
    ];

    [Fact]
    public async Task Every_declared_flow_is_open() => Assert.Empty((await ProdAsync()).Closed());

    [Fact]
    public async Task Every_other_way_from_or_to_a_pod_is_closed()
    {
        var prod = await ProdAsync();
        Assert.Empty(prod.Opened());
        Assert.Empty(prod.OpenedToImpostors());
    }

    [Theory]
    [MemberData(nameof(NotEnforcing))]
    public async Task Policies_that_the_add_on_does_not_enforce_close_nothing_and_are_a_finding(string? values)
    {
        var prod = await RenderedPlatform.ProdAsync();
        Assert.NotEmpty(prod.Matrix(RenderedPlatform.EnforcingOf(values)).Opened());
        Assert.NotEmpty(Enforcement.Findings(values));
    }

    [Fact]
    public async Task The_add_on_of_the_graph_enforces_from_the_first_packet_on()
    {
        var prod = await RenderedPlatform.ProdAsync();
        Assert.Equal(Enforcing.Strict, RenderedPlatform.EnforcingOf(prod.CniConfigurationValues));
        Assert.Empty(Enforcement.Findings(prod.CniConfigurationValues));
    }

    [Fact]
    public async Task Nodes_carry_the_group_that_the_rules_are_for_and_no_other()
    {
        var prod = await RenderedPlatform.ProdAsync();
        var templates = RenderedPlatform.Inputs(prod.Platform, RenderedPlatform.LaunchTemplate).ToList();
        Assert.NotEmpty(templates);
        Assert.All(templates, template => Assert.Equal(
            [SecurityGroupNames.Nodes],
            template["vpcSecurityGroupIds"]?.AsArray().Select(id => RenderedPlatform.GroupName((string?)id))));
    }

    private static async Task<Infra.Tests.Flows.Matrix> ProdAsync()
    {
        var prod = await RenderedPlatform.ProdAsync();
        return prod.Matrix(RenderedPlatform.EnforcingOf(prod.CniConfigurationValues));
    }
}
