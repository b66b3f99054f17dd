using Infra.Components.Charts;
using Infra.Components.Cluster;
using Infra.Components.Cluster.Access;
using Infra.Components.Cluster.Addons;
using Infra.Components.Cluster.Nodes;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Keys;
using Infra.Components.Tagging;
using Infra.Stacks.Bootstrap;
using Infra.Stacks.Environments;
using Infra.Stacks.Foundation;
using Infra.Stacks.Layers;
using Pulumi.Kubernetes;

namespace Infra.Stacks.Platform;

/// <summary>The cluster itself: control plane, access, nodes and add-ons, in the order in which each can work.</summary>
internal sealed class ClusterParts
{
    private readonly LayerContext _context;
    private readonly EnvironmentSettings _environment;
    private readonly PlatformSettings _settings;
    private readonly FoundationReference _foundation;
    private readonly BootstrapReference _bootstrap;
    private readonly ComponentResourceOptions _aws;

    public ClusterParts(
        LayerContext context,
        PlatformSettings settings,
        NetworkPlan plan,
        BootstrapReference bootstrap,
        FoundationReference foundation,
        ProviderResource aws)
    {
        (_context, _environment, _settings) = (context, context.Environment, settings);
        (_bootstrap, _foundation, _aws) = (bootstrap, foundation, new() { Provider = aws });
        Control = ControlPlane(plan);
        var access = Access();
        var identities = new ClusterControllers(
            "controllers",
            new()
            {
                Prefix = _environment.Prefix,
                Partition = _environment.Partition,
                Cluster = Control.Identity,
                VolumesKeyArn = _foundation.KeyArn(KeyPurposes.Volumes),
                Tags = _context.Tags,
            },
            _aws);

        // Policies are enforced, and the CNI has its role, before the first node joins.
        var early = Addons("node-addons", ClusterAddons.BeforeNodes(_settings.Addons), identities);
        var nodes = Nodes(early);
        var late = Addons("addons", ClusterAddons.OnNodes(_settings.Addons), [.. nodes, identities]);

        // What goes into the cluster needs somebody who may put it there, and names that resolve.
        var ready = new CustomResourceOptions { DependsOn = { access, late } };
        Kubernetes = ClusterProvider.Create("cluster", _environment.Region, Control.Address, ready);
        Adopting = ClusterProvider.Adopting("cluster-adopting", _environment.Region, Control.Address, ready);
    }

    /// <summary>The control plane.</summary>
    public EksCluster Control { get; }

    /// <summary>The provider of what is put into the cluster.</summary>
    public Provider Kubernetes { get; }

    /// <summary>The provider of what the cluster made itself.</summary>
    public Provider Adopting { get; }

    private EksCluster ControlPlane(NetworkPlan plan) => new(
        "eks",
        new()
        {
            Name = _environment.Prefix,
            Partition = _environment.Partition,
            KubernetesVersion = _settings.KubernetesVersion,
            SubnetIds = _foundation.ControlPlaneSubnetIds,
            SecurityGroupId = _foundation.SecurityGroupId(SecurityGroupNames.ControlPlane),
            Services = plan.Services,
            SecretsKeyArn = _foundation.KeyArn(KeyPurposes.Cluster),
            LogsKeyArn = _foundation.KeyArn(KeyPurposes.Logs),
            LogRetentionDays = _settings.ControlPlaneLogs.Days,
            DeletionProtection = _environment.Protect,
            Tags = _context.Tags,
        },
        new() { Provider = _aws.Provider, Protect = _environment.Protect });

    private ClusterAccess Access() => new(
        "access",
        new()
        {
            ClusterName = Control.ClusterName,
            Partition = _environment.Partition,
            Grants =
            [
                // A release makes namespaces, definitions and roles of the cluster. Emergencies need no less, and raise
                // an alarm.
                new("deploy", _bootstrap.DeployRoleArn, AccessLevel.ClusterAdmin),
                new("break-glass", _bootstrap.BreakGlassRoleArn, AccessLevel.ClusterAdmin),
                .. _settings.Access.Select(access => new AccessGrant(access.Name, RoleArn(access.Role), access.Level)
                {
                    Namespaces = access.Namespaces,
                }),
            ],
            Tags = _context.Tags,
        },
        _aws);

    private string RoleArn(string role) => $"arn:{_environment.Partition}:iam::{_environment.Account}:role/{role}";

    private AddonSet Addons(string name, IReadOnlyList<AddonSpec> addons, params InputList<Resource> after) => new(
        name,
        new() { ClusterName = Control.ClusterName, Addons = addons, Tags = _context.Tags },
        new() { Provider = _aws.Provider, DependsOn = after });

    private NodePool[] Nodes(AddonSet early)
    {
        var role = new NodeRole(
            "node-role",
            new()
            {
                RoleName = $"{_environment.Prefix}-node",
                Partition = _environment.Partition,
                Account = _environment.Account,
                Region = _environment.Region,
                PullThroughPrefixes = [.. UpstreamRegistry.All.Select(registry => registry.Prefix)],
                Tags = _context.Tags,
            },
            _aws);
        NodePool Pool(string pool, NodePoolShape shape, NodeTaint? taint, StandardTags tags) => new(
            $"nodes-{pool}",
            new()
            {
                Pool = pool,
                ClusterName = Control.ClusterName,
                KubernetesVersion = _settings.KubernetesVersion,
                Shape = shape,
                RoleArn = role.RoleArn,
                SubnetIds = _foundation.PrivateSubnetIds,
                SecurityGroupId = _foundation.SecurityGroupId(SecurityGroupNames.Nodes),
                VolumesKeyArn = _foundation.KeyArn(KeyPurposes.Volumes),
                Taint = taint,
                Tags = tags,
            },
            new() { Provider = _aws.Provider, DependsOn = { early, role } });

        return
        [
            Pool(NodeLabels.SystemPool, _settings.SystemNodes, NodeTaint.System, _context.Tags),
            Pool(NodeLabels.WorkerPool, _settings.WorkerNodes, null, _context.Tags),
            .. _settings.IsolatedTenants.Select(tenant => Pool(
                $"tenant-{tenant.Name}",
                tenant.Nodes,
                NodeTaint.Tenant(tenant.Name),
                _context.Tags with { Tenant = tenant.Name })),
        ];
    }
}
