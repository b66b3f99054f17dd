using Infra.Stacks.Environments;
using Tests.Support;

namespace Infra.Tests.Environments;

public sealed class PlatformSectionTests
{
    private static string Prod { get; } =
        File.ReadAllText(Checkout.PathOf("infra/stacks/environments/prod.yaml"));

    /// <summary>What is replaced, by what, and what the error must say.</summary>
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "kubernetesVersion: \"1.35\"", "kubernetesVersion: 1.35", "'platform.kubernetesVersion' must be quoted" },
        { "kubernetesVersion: \"1.35\"", "kubernetesVersion: \"1.33\"", "'platform.kubernetesVersion' is '1.33'; "
            + "allowed is a version in EKS's standard support" },
        { "kubernetesVersion: \"1.35\"", "kubernetesVersion: \"1.36\"", "'platform.addons.kubeProxy' is "
            + "'v1.35.0-eksbuild.2' beside Kubernetes '1.36'; allowed is a 'v1.36' of it." },
        { "vpcCni: v1.21.1-eksbuild.3", "vpcCni: latest", "'platform.addons.vpcCni' is 'latest'; allowed is the "
            + "version of an add-on" },
        { "coreDns:", "coredns:", "'coredns' is not a key of 'platform.addons'; allowed is vpcCni" },
        { "controlPlaneLogs: 400 days", "controlPlaneLogs: 401 days", "CloudWatch keeps logs for 1, 3, 5" },
        { "may: view", "may: everything", "'platform.access.reviewers.may' is 'everything'; allowed is one of view, "
            + "edit, admin." },
        { "may: view, namespaces: []", "may: admin, namespaces: [strata]", "'platform.access.reviewers' may do "
            + "everything, and lists namespaces" },
        { "role: operators", "role: arn:aws:iam::1:role/x", "'platform.access.operators.role' is "
            + "'arn:aws:iam::1:role/x'; allowed is the name of an IAM role" },
        { "    operators:", "    Operators:", "A key of 'platform.access' is 'Operators'; allowed is a name of" },
        { "desired: 6", "desired: 16", "'platform.nodes.workers.desired' is 16; allowed is 3 to 15" },
        { "desired: 6", "desired: 2", "'platform.nodes.workers.desired' is 2; allowed is 3 to 15" },
        { "desired: 6", "desired: six", "'platform.nodes.workers.desired' is 'six'; allowed is a whole number from 1" },
        { "m7i.2xlarge, m7a.2xlarge", "t3.large", "An entry of 'platform.nodes.workers.instanceTypes' is 't3.large'" },
        { "m7i.2xlarge, m7a.2xlarge", "m7g.2xlarge", "'platform.nodes.workers.instanceTypes' has 'm7g.2xlarge', whose "
            + "processors are not those of 'architecture'" },
        { "m7i.2xlarge, m7a.2xlarge", "m7i.2xlarge, m7i.2xlarge", "has 'm7i.2xlarge' twice" },
        { "[m7i.2xlarge, m7a.2xlarge]", "[]", "'platform.nodes.workers.instanceTypes' has 0 entries" },
        { "[m7i.2xlarge, m7a.2xlarge]", "m7i.2xlarge", "'platform.nodes.workers.instanceTypes' is 'm7i.2xlarge'; "
            + "allowed is a list of" },
        { "    vault: { cpu", "    vualt: { cpu", "'platform.quotas.vault' is missing" },
        { "    vault: { cpu", "    vualt: { cpu", "'vualt' is not a key of 'platform.quotas'" },
        { "cpuCores: 48", "cpuCores: 0", "'platform.quotas.strata.cpuCores' is '0'; allowed is a whole number from 1" },
        { "    meridian:\n      nodes", "    Meridian:\n      nodes", "A key of 'platform.isolatedTenants' is "
            + "'Meridian'; allowed is a tenant's name" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_with_its_place_and_what_is_allowed(string right, string wrong, string expected)
    {
        Assert.Contains(right, Prod);
        var place = Prod.LastIndexOf(right, StringComparison.Ordinal);
        var exception = Assert.Throws<EnvironmentFileException>(() => EnvironmentFile.Read(
            "prod.yaml", "prod", Prod[..place] + wrong + Prod[(place + right.Length)..]));
        Assert.Contains(expected, exception.Message);
        Assert.All(exception.Problems, problem => Assert.True(problem is { Line: > 0, Column: > 0 }));
    }
}
