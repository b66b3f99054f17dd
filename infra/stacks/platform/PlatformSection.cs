using System.Text.RegularExpressions;
using Infra.Components.Cluster.Access;
using Infra.Components.Cluster.Addons;
using Infra.Components.Namespaces;
using Infra.Stacks.Environments;
using Infra.Stacks.Platform.Charts;
using Infra.Stacks.Platform.Telemetry;

namespace Infra.Stacks.Platform;

/// <summary>Reads the section <c>platform</c> of an environment file.</summary>
internal static partial class PlatformSection
{
    private const int MostCores = 1024;
    private const int MostGiB = 4096;
    private const int MostPods = 5000;
    private const string AnyLabel = "a name of lower-case letters, digits and hyphens, at most 63";
    private const string AnyTenant = "a tenant's name of lower-case letters, digits and hyphens, at most 40";

    private static readonly Dictionary<string, AccessLevel> _levels = new()
    {
        ["view"] = AccessLevel.View,
        ["edit"] = AccessLevel.Edit,
        ["admin"] = AccessLevel.ClusterAdmin,
    };

    /// <summary>The settings; null where the file has no such section.</summary>
    public static PlatformSettings? Read(YamlSection? section, bool protect)
    {
        if (section is null)
        {
            return null;
        }

        var version = section.Text(
            "kubernetesVersion",
            StandardSupport(),
            "a version in EKS's standard support: \"1.34\", \"1.35\" or \"1.36\"",
            quoted: true);
        var nodes = section.Section("nodes");
        var settings = new PlatformSettings
        {
            KubernetesVersion = version,
            Addons = Addons(section.Section("addons"), version),
            ControlPlaneLogs = section.LogPeriod("controlPlaneLogs"),
            Access = [.. section.Section("access").Named(Label(), AnyLabel).Select(who => Access(who.Key, who.Value))],
            SystemNodes = NodesSection.Read(nodes.Section("system"), "platform.nodes.system"),
            WorkerNodes = NodesSection.Read(nodes.Section("workers"), "platform.nodes.workers"),
            Quotas = Quotas(section.Section("quotas")),
            Charts = ChartSection.Read(section.Section("charts"), protect),
            IsolatedTenants =
            [
                .. section.Section("isolatedTenants").Named(Tenant(), AnyTenant)
                    .Select(tenant => IsolatedTenant(tenant.Key, tenant.Value)),
            ],
            Observability = TelemetrySection.Read(section.Section("observability")),
        };
        nodes.Done();
        section.Done();
        return settings;
    }

    private static AddonVersions Addons(YamlSection section, string kubernetesVersion)
    {
        string Version(string key) => section.Text(
            key, AddonVersion(), "the version of an add-on as EKS names it, such as 'v1.21.1-eksbuild.3'");
        var versions = new AddonVersions(
            VpcCni: Version("vpcCni"),
            KubeProxy: Version("kubeProxy"),
            PodIdentityAgent: Version("podIdentityAgent"),
            CoreDns: Version("coreDns"),
            EbsCsiDriver: Version("ebsCsiDriver"),
            MetricsServer: Version("metricsServer"));
        section.Done();
        if (AddonVersion().IsMatch(versions.KubeProxy) && StandardSupport().IsMatch(kubernetesVersion)
            && !versions.KubeProxy.StartsWith($"v{kubernetesVersion}.", StringComparison.Ordinal))
        {
            section.Wrong("kubeProxy", $"'platform.addons.kubeProxy' is '{versions.KubeProxy}' beside Kubernetes "
                + $"'{kubernetesVersion}'; allowed is a 'v{kubernetesVersion}' of it.");
        }

        return versions;
    }

    private static AccessSettings Access(string name, YamlSection section)
    {
        var access = new AccessSettings(
            name,
            section.Text("role", RoleName(), "the name of an IAM role of the account, after its path where it has one"),
            section.OneOf("may", _levels).GetValueOrDefault(),
            section.Texts("namespaces", Label(), AnyLabel, least: 0));
        section.Done();
        if (access is { Level: AccessLevel.ClusterAdmin, Namespaces.Count: > 0 })
        {
            section.Wrong("namespaces", $"'platform.access.{name}' may do everything, and lists namespaces; allowed is "
                + "an empty list, [], or another 'may'.");
        }

        return access;
    }

    private static Dictionary<string, NamespaceQuota> Quotas(YamlSection section)
    {
        var quotas = PlatformNamespaces.WithQuota.ToDictionary(name => name, name => Quota(section.Section(name)));
        section.Done();
        return quotas;
    }

    private static TenantSettings IsolatedTenant(string name, YamlSection section)
    {
        var tenant = new TenantSettings(
            name,
            NodesSection.Read(section.Section("nodes"), $"platform.isolatedTenants.{name}.nodes"),
            Quota(section.Section("quota")));
        section.Done();
        return tenant;
    }

    private static NamespaceQuota Quota(YamlSection section)
    {
        var quota = new NamespaceQuota(
            section.Number("cpuCores", 1, MostCores),
            section.Number("memoryGiB", 1, MostGiB),
            section.Number("pods", 1, MostPods));
        section.Done();
        return quota;
    }

    [GeneratedRegex(@"\A1\.3[456]\z")]
    private static partial Regex StandardSupport();

    [GeneratedRegex(@"\Av[0-9]+\.[0-9]+\.[0-9]+-eksbuild\.[0-9]+\z")]
    private static partial Regex AddonVersion();

    [GeneratedRegex(@"\A[a-z]([a-z0-9-]{0,61}[a-z0-9])?\z")]
    private static partial Regex Label();

    [GeneratedRegex(@"\A[a-z]([a-z0-9-]{0,38}[a-z0-9])?\z")]
    private static partial Regex Tenant();

    [GeneratedRegex(@"\A([\w.-]+/)*[\w+=,.@-]{1,64}\z")]
    private static partial Regex RoleName();
}
