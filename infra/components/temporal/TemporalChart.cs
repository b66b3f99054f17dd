using System.Globalization;
using Infra.Components.Charts;
using Infra.Components.Charts.Pods;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Temporal.Values;

namespace Infra.Components.Temporal;

/// <summary>What the Temporal chart is told.</summary>
internal static class TemporalChart
{
    /// <summary>Name of the release, and what names of Services start with.</summary>
    public const string ReleaseName = "temporal";

    /// <summary>The user of Temporal's images.</summary>
    private static readonly PodSecurity _pod = new(1000);

    /// <summary>Temporal's images write to their own file system when they start.</summary>
    private static readonly ContainerSecurity _container = new() { ReadOnlyRootFilesystem = false };

    /// <summary>The values, once the database's address is known.</summary>
    public static TemporalValues Values(TemporalServerArgs args, string host, int port) => new()
    {
        FullnameOverride = ReleaseName,
        ServiceAccount = ServiceAccountRef.Of(PlatformWorkloads.TemporalFrontend),
        Server = new()
        {
            Image = args.Placement.Image(ImagePins.TemporalServer),
            ReplicaCount = args.Placement.Replicas,
            SecurityContext = _pod,
            AdditionalVolumes = [.. TemporalMounts.Server.Select(mount => mount.Volume)],
            AdditionalVolumeMounts = [.. TemporalMounts.Server.Select(mount => mount.Mount)],
            Config = Config(args, host, port),
            Frontend = Service(args, PlatformWorkloads.TemporalFrontend, "frontend", TemporalSizes.Frontend),
            History = Service(args, PlatformWorkloads.TemporalHistory, "rpc", TemporalSizes.History),
            Matching = Service(args, PlatformWorkloads.TemporalMatching, "rpc", TemporalSizes.Matching),
            Worker = Service(args, PlatformWorkloads.TemporalWorker, null, TemporalSizes.Worker),
        },
        Admintools = new()
        {
            Image = args.Placement.Image(ImagePins.TemporalTools),
            AdditionalVolumes = [.. TemporalMounts.Tools.Select(mount => mount.Volume)],
            AdditionalVolumeMounts = [.. TemporalMounts.Tools.Select(mount => mount.Mount)],
            AdditionalEnv = TemporalMounts.ToolsEnvironment,
            Resources = TemporalSizes.Tools,
            SecurityContext = _pod,
            ContainerSecurityContext = _container,
        },
        Web = new()
        {
            Image = args.Placement.Image(ImagePins.TemporalWeb),
            ReplicaCount = args.Placement.Replicas,
            AdditionalVolumes = [.. TemporalMounts.Web.Select(mount => mount.Volume)],
            AdditionalVolumeMounts = [.. TemporalMounts.Web.Select(mount => mount.Mount)],
            AdditionalEnv = TemporalMounts.WebEnvironment,
            Resources = TemporalSizes.Web,
            SecurityContext = _pod,
            ContainerSecurityContext = _container,
            TopologySpreadConstraints = args.Placement.Spread(PlatformWorkloads.TemporalWeb),
            PodDisruptionBudget = args.Placement.Budget,
        },
        Schema = new()
        {
            Resources = TemporalSizes.Tools,
            SecurityContext = _pod,
            ContainerSecurityContext = _container,
        },
    };

    private static ServerConfig Config(TemporalServerArgs args, string host, int port) => new()
    {
        Persistence = new()
        {
            NumHistoryShards = args.Shards.Count,
            Datastores = new(new(Store(args.State, host, port)), new(Store(args.Visibility, host, port))),
        },
        Tls = TemporalMounts.ServerTls,
        Metrics = new(new(string.Create(
            CultureInfo.InvariantCulture,
            $"0.0.0.0:{PlatformWorkloads.TemporalFrontend.PortNamed(PlatformPorts.MetricsName).Number}"))),
        Namespaces = new([.. args.Namespaces.Select(ns => new NamespaceValues(
            ns.Name, string.Create(CultureInfo.InvariantCulture, $"{ns.RetentionDays}d")))]),
    };

    private static SqlStore Store(TemporalStore store, string host, int port) => new()
    {
        DatabaseName = store.Database,
        ConnectAddr = SqlStore.Address(host, port),
        User = store.User,
        ExistingSecret = store.Secret,
        Tls = new(host, TemporalMounts.AuthoritiesPath),
    };

    /// <param name="args">The component's arguments.</param>
    /// <param name="workload">The service.</param>
    /// <param name="rpc">Name of its RPC port; null where nobody calls it.</param>
    /// <param name="resources">What its container is given.</param>
    private static ServiceValues Service(
        TemporalServerArgs args, Workload workload, string? rpc, ContainerResources resources) => new()
        {
            Service = new(
            rpc is null ? null : workload.PortNamed(rpc).Number, workload.PortNamed("membership").Number),
            Resources = resources,
            ContainerSecurityContext = _container,
            TopologySpreadConstraints = args.Placement.Spread(workload),
            PodDisruptionBudget = args.Placement.Budget,
        };
}
