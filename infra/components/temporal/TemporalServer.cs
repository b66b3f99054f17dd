using System.Globalization;
using Infra.Components.Charts;
using Infra.Components.Flows.Catalogue;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Temporal;

/// <summary>
/// Temporal: its four services, its web interface and its tools, on PostgreSQL outside the cluster, with certificates
/// at both ends of every call. The Secrets and certificates that its pods mount must be there: give what makes them as
/// <c>DependsOn</c>, as the chart's first job runs before anything else.
/// </summary>
public sealed class TemporalServer : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the release.</summary>
    public const string TypeToken = "strata:temporal:TemporalServer";

    /// <summary>The schema job, and then the pods, on a database with a long history to migrate.</summary>
    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(20);

    /// <summary>Declares the release, the service account it runs as, and what it must not change.</summary>
    public TemporalServer(string name, TemporalServerArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var account = WorkloadAccount.Create(
            PlatformWorkloads.TemporalFrontend, callsTheCluster: false, new() { Parent = this });
        var authorities = new ConfigMap(
            $"{name}-authorities",
            new ConfigMapArgs
            {
                Metadata = In(TemporalMounts.Authorities),
                Data = { [TemporalMounts.AuthoritiesFile] = args.DatabaseAuthorities },
            },
            new() { Parent = this });
        _ = ChartRelease.Install(
            name,
            new()
            {
                Chart = ChartPins.Temporal,
                ReleaseName = TemporalChart.ReleaseName,
                Namespace = PlatformWorkloads.TemporalFrontend.Namespace,
                Values = Output.Tuple(args.DatabaseHost, args.DatabasePort).Apply(ChartValues (known) =>
                    TemporalChart.Values(args, known.Item1, known.Item2)),
                Timeout = _timeout,
            },
            new() { Parent = this, DependsOn = { account, authorities, FixShards(name, args.Shards) } });
        RegisterOutputs();
    }

    /// <summary>
    /// The number of shards once more, where it cannot be changed: an immutable object. A program with another number
    /// replaces it, which a protected environment refuses before it comes to the release; and Temporal, started with
    /// another number than its database has, loses track of every workflow.
    /// </summary>
    private ConfigMap FixShards(string name, HistoryShards shards) => new(
        $"{name}-shards",
        new ConfigMapArgs
        {
            Metadata = In("history-shards"),
            Immutable = true,
            Data = { ["numHistoryShards"] = shards.Count.ToString(CultureInfo.InvariantCulture) },
        },
        new() { Parent = this });

    private static ObjectMetaArgs In(string name) =>
        new() { Name = name, Namespace = PlatformWorkloads.TemporalFrontend.Namespace };
}
