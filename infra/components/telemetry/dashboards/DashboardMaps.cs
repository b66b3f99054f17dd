using Infra.Components.Observability.Text;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Telemetry.Dashboards;

/// <summary>
/// The dashboards as ConfigMaps, with the label that Grafana's charts look for. There is no Grafana in the cluster: AMP
/// is asked from outside.
/// </summary>
public sealed class DashboardMaps : ComponentResource
{
    /// <summary>Type token. Part of every child's URN.</summary>
    public const string TypeToken = "strata:telemetry:DashboardMaps";

    /// <summary>The label by which Grafana's sidecar finds dashboards.</summary>
    public const string Label = "grafana_dashboard";

    /// <summary>Makes the ConfigMaps.</summary>
    public DashboardMaps(string name, DashboardMapsArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        foreach (var dashboard in args.Dashboards)
        {
            _ = new ConfigMap(
                $"{name}-{dashboard.Uid}",
                new()
                {
                    Metadata = new ObjectMetaArgs
                    {
                        Name = dashboard.Uid,
                        Namespace = args.Namespace,
                        Labels = { [Label] = "1" },
                    },
                    Data = { [$"{dashboard.Uid}.json"] = IndentedJson.Write(dashboard.Json) },
                },
                child);
        }

        RegisterOutputs();
    }
}
