using System.Text.Json.Nodes;
using Infra.Components.Charts;
using Infra.Components.Charts.Pods;
using Infra.Components.Ingress;
using Infra.Components.Rollouts;
using Infra.Components.Secrets.Vault;
using Infra.Components.Tagging;
using Infra.Components.Temporal;

namespace Infra.Tests.Charts;

/// <summary>What each chart is told, for one replica and for three.</summary>
internal static class SampleCharts
{
    public const string Registry = "111122223333.dkr.ecr.eu-central-1.amazonaws.com";

    public static Placement Placement(int replicas) => new(Registry, replicas, "platform");

    public static TemporalServerArgs TemporalArgs(int replicas) => new()
    {
        Placement = Placement(replicas),
        Shards = new(512),
        DatabaseHost = "db.example.eu-central-1.rds.amazonaws.com",
        DatabasePort = 5432,
        DatabaseAuthorities = "PEM",
        State = new("temporal", "temporal", "temporal-default-store"),
        Visibility = new("temporal_visibility", "temporal_visibility", "temporal-visibility-store"),
        Namespaces = [new("strata", 30)],
    };

    public static JsonObject Temporal(int replicas) => WireValues.Json(
        TemporalChart.Values(TemporalArgs(replicas), "db.example.eu-central-1.rds.amazonaws.com", 5432));

    public static JsonObject CertManager(int replicas) =>
        WireValues.Json(Components.Certificates.CertManager.Values(Placement(replicas)));

    public static JsonObject ExternalSecrets(int replicas) =>
        WireValues.Json(Components.Secrets.ExternalSecrets.Values(Placement(replicas)));

    public static JsonObject Rollouts(int replicas) => WireValues.Json(ArgoRollouts.Values(Placement(replicas)));

    public static JsonObject LoadBalancers(int replicas) => WireValues.Json(LoadBalancerController.Values(
        Placement(replicas), "strata", "eu-central-1", "vpc-1",
        new StandardTags("prod", "platform", "load-balancer-controller", "platform", "cc-1", "internal")));

    public static JsonObject Vault(int replicas) => WireValues.Json(VaultServer.Values(
        new()
        {
            Placement = Placement(replicas),
            Region = "eu-central-1",
            UnsealKeyArn = "unused",
            StorageClass = "encrypted",
            DataGiB = 10,
            AuditGiB = 10,
        },
        "arn:aws:kms:eu-central-1:111122223333:key/1"));

    /// <summary>All of them, by the chart's name.</summary>
    public static IReadOnlyDictionary<string, Func<int, JsonObject>> All { get; } =
        new Dictionary<string, Func<int, JsonObject>>
        {
            [ChartPins.ArgoRollouts.Name] = Rollouts,
            [ChartPins.CertManager.Name] = CertManager,
            [ChartPins.ExternalSecrets.Name] = ExternalSecrets,
            [ChartPins.LoadBalancerController.Name] = LoadBalancers,
            [ChartPins.Temporal.Name] = Temporal,
            [ChartPins.Vault.Name] = Vault,
        };

    /// <summary>A value by its path, keys separated by slashes.</summary>
    public static JsonNode? At(this JsonNode values, string path) =>
        path.Split('/').Aggregate((JsonNode?)values, (node, key) => node?[key]);

    /// <summary>A copy with one value in another's place; null takes it out.</summary>
    public static JsonObject With(this JsonObject values, string path, JsonNode? value)
    {
        var copy = values.DeepClone().AsObject();
        var keys = path.Split('/');
        var parent = keys[..^1].Aggregate((JsonNode)copy, (node, key) =>
            node[key] ?? throw new InvalidOperationException($"There is no '{key}' on the way to '{path}'."));
        if (value is null)
        {
            Assert.True(parent.AsObject().Remove(keys[^1]), $"There is no '{path}' to take out.");
        }
        else
        {
            parent[keys[^1]] = value;
        }

        return copy;
    }
}
