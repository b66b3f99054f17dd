using System.Globalization;
using Infra.Components.Certificates;
using Infra.Components.Charts.Pods;
using Infra.Components.Cluster;
using Infra.Components.Database;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Ingress;
using Infra.Components.Keys;
using Infra.Components.Rollouts;
using Infra.Components.Secrets;
using Infra.Components.Secrets.Vault;
using Infra.Components.Temporal;
using Infra.Stacks.Data;

namespace Infra.Stacks.Platform.Charts;

/// <summary>
/// What charts install into the cluster, in the order in which one needs another: certificates before what shows them,
/// databases before their passwords are copied, copies before what signs in with them.
/// </summary>
internal sealed class ClusterCharts
{
    /// <summary>Name of the Secret, in the service's namespace, with its credentials for PostgreSQL.</summary>
    public const string ServiceSecret = "service-database";

    private const string StateSecret = "temporal-default-store";
    private const string VisibilitySecret = "temporal-visibility-store";

    private readonly PlatformParts _parts;
    private readonly ChartSettings _settings;
    private readonly DataReference _data;
    private readonly string _registry;

    private ClusterCharts(PlatformParts parts)
    {
        var environment = parts.Environment;
        (_parts, _settings, _data) = (parts, parts.Settings.Charts, parts.Data);
        _registry = $"{environment.Account}.dkr.ecr.{environment.Region}.amazonaws.com";
    }

    /// <summary>Declares everything.</summary>
    public static ChartParts Install(PlatformParts parts) => new ClusterCharts(parts).Install();

    private ChartParts Install()
    {
        var placement = Place(_settings.Replicas);
        var certManager = new CertManager("cert-manager", new() { Placement = placement }, _parts.Options);
        var authority = new InternalAuthority(
            "authority",
            new() { CommonName = $"{_parts.Environment.Prefix} internal authority" },
            After(certManager));
        _ = new ArgoRollouts("argo-rollouts", new() { Placement = placement }, _parts.Options);
        LoadBalancers(placement);
        Vault(authority);

        var databases = DatabaseParts.Make(_parts, _data, _registry);
        var operatorOfSecrets = ExternalSecrets(placement);
        _ = Copies(
            PlatformWorkloads.Api.Namespace,
            [Copy(ServiceSecret, PlatformDatabase.Service, "username", "password", "host", "port", "dbname")],
            databases, operatorOfSecrets);
        var stores = Copies(
            PlatformWorkloads.TemporalFrontend.Namespace,
            [
                Copy(StateSecret, PlatformDatabase.Temporal, "password"),
                Copy(VisibilitySecret, PlatformDatabase.TemporalVisibility, "password"),
            ],
            databases, operatorOfSecrets);
        Temporal(authority, stores);
        var observed = Copies(
            PlatformWorkloads.PostgresExporter.Namespace,
            [Copy(ChartParts.ExporterSecret, PlatformDatabase.Service, "username", "password")],
            databases, operatorOfSecrets);
        return new(authority, observed);
    }

    private void LoadBalancers(Placement placement)
    {
        var (environment, workload) = (_parts.Environment, PlatformWorkloads.LoadBalancerController);
        var identity = _parts.Identity(
            workload,
            _parts.Cluster.Name.Apply(cluster => LoadBalancerPolicy.For(
                environment.Partition, environment.Region, environment.Account, cluster).ToJson()));
        _ = new LoadBalancerController(
            "load-balancer-controller",
            new()
            {
                Placement = placement,
                ClusterName = _parts.Cluster.Name,
                Region = environment.Region,
                VpcId = _parts.Foundation.VpcId,
                Tags = _parts.TagsOf(workload),
            },
            After(identity));
    }

    private void Vault(InternalAuthority authority)
    {
        var key = _parts.Foundation.KeyArn(KeyPurposes.VaultUnseal);
        var identity = _parts.Identity(
            PlatformWorkloads.Vault, key.Apply(arn => UnsealPolicy.For(arn).ToJson()));
        var options = After(identity, authority);
        options.Protect = _parts.Environment.Protect;
        var vault = new VaultServer(
            "vault",
            new()
            {
                Placement = Place(_settings.Vault.Replicas),
                Region = _parts.Environment.Region,
                UnsealKeyArn = key,
                StorageClass = EncryptedStorage.ClassName,
                DataGiB = _settings.Vault.DataGiB,
                AuditGiB = _settings.Vault.AuditGiB,
            },
            options);
        _ = new VaultConfiguration("vault-configuration", new() { Placement = Place(1) }, After(vault));
    }

    private ExternalSecrets ExternalSecrets(Placement placement)
    {
        var arns = Output.All(PlatformDatabase.All.Select(database => (Input<string>)_data.SecretArn(database)));
        var policy = Output.Tuple(arns, _parts.Foundation.KeyArn(KeyPurposes.Secrets)).Apply(known =>
            SecretReadingPolicy.For(known.Item1, known.Item2, _parts.Environment.Region).ToJson());
        var identity = _parts.Identity(PlatformWorkloads.ExternalSecrets, policy);
        return new("external-secrets", new() { Placement = placement }, After(identity));
    }

    private CopiedSecrets Copies(string ns, IReadOnlyList<CopiedSecret> secrets, params Resource[] after) => new(
        $"{ns}-secrets",
        new() { Namespace = ns, Region = _parts.Environment.Region, Secrets = secrets },
        After(after));

    private CopiedSecret Copy(string name, PlatformDatabase database, params string[] keys) =>
        new(name, _data.SecretName(database), keys);

    private void Temporal(InternalAuthority authority, CopiedSecrets stores)
    {
        var options = After(authority, stores);
        options.Protect = _parts.Environment.Protect;
        _ = new TemporalServer(
            "temporal",
            new()
            {
                Placement = Place(_settings.Temporal.Replicas),
                Shards = _settings.Temporal.Shards,
                DatabaseHost = _data.DatabaseAddress,
                DatabasePort = _data.DatabasePort.Apply(port => int.Parse(port, CultureInfo.InvariantCulture)),
                DatabaseAuthorities = RdsAuthorities.Of(_parts.Environment.Region),
                State = Store(PlatformDatabase.Temporal, StateSecret),
                Visibility = Store(PlatformDatabase.TemporalVisibility, VisibilitySecret),
                Namespaces = [new(PlatformWorkloads.Api.Namespace, _settings.Temporal.Retention.Days)],
            },
            options);
    }

    private static TemporalStore Store(PlatformDatabase database, string secret) =>
        new(database.Database, database.Role, secret);

    private Placement Place(int replicas) => new(_registry, replicas, PriorityClassNames.Platform);

    private ComponentResourceOptions After(params Resource[] resources)
    {
        var options = _parts.Options;
        foreach (var resource in resources)
        {
            options.DependsOn.Add(resource);
        }

        return options;
    }
}
