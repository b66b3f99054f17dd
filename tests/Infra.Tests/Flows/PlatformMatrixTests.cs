using Infra.Tests.Flows.Evaluation;
using Tests.Support;

namespace Infra.Tests.Flows;

public sealed class PlatformMatrixTests
{
    private static readonly Artefacts Rendered = Wire.Of(Plans.ProdFlows);

    [Fact]
    public void Every_declared_flow_is_open_end_to_end() => Assert.Empty(Prod(Enforcing.Strict).Closed());

    [Fact]
    public void Every_other_way_from_or_to_a_pod_is_closed() => Assert.Empty(Prod(Enforcing.Strict).Opened());

    [Fact]
    public void No_policy_leans_on_strict_enforcement() => Assert.Empty(Prod(Enforcing.Standard).Opened());

    [Fact]
    public void A_pod_with_the_labels_of_a_workload_in_another_namespace_gets_none_of_its_flows() =>
        Assert.Empty(Prod(Enforcing.Strict).OpenedToImpostors());

    [Fact]
    public void Without_enforcement_the_matrix_is_not_closed() => Assert.NotEmpty(Prod(Enforcing.Off).Opened());

    [Fact]
    public void What_security_groups_alone_admit_is_reviewed()
    {
        var open = Prod(Enforcing.Strict).OpenedBetweenAddresses().Order(StringComparer.Ordinal).ToArray();

        Assert.All(open, way => Assert.Contains("nodes", way, StringComparison.Ordinal));
        Golden.Verify(string.Join('\n', open) + "\n", "security-groups-alone.txt");
    }

    private static Matrix Prod(Enforcing enforcing) =>
        new(Plans.ProdFlows, Plans.ProdSite, new Guards(Rendered, enforcing));
}
