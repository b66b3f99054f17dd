using Infra.Components.Certificates;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Workloads;
using Infra.Components.Workloads.Entrance;
using Infra.Stacks.Environments;
using Infra.Stacks.Evidence;
using Infra.Stacks.Foundation;
using Infra.Stacks.Layers;
using Infra.Stacks.Platform;
using Infra.Stacks.Platform.Charts;
using static Infra.Components.Flows.Catalogue.PlatformWorkloads;
using Aws = Pulumi.Aws;
using Eks = Pulumi.Aws.Eks;

namespace Infra.Stacks.Workloads;

/// <summary>The <c>workloads</c> layer: the service's API and worker, and the way in from outside.</summary>
public sealed class WorkloadsStack : Stack
{
    /// <summary>Seconds for which a request may still run when its pod is to end.</summary>
    private const int RequestSeconds = 30;

    /// <summary>Seconds for which a piece of the worker's work may; Temporal repeats what takes longer.</summary>
    private const int WorkSeconds = 120;

    /// <summary>Name of the file with the authorities of RDS.</summary>
    private const string RdsFile = "rds.pem";

    /// <summary>Where the worker answers probes: nobody else may call it there.</summary>
    private static readonly Port _workerProbes = new("probes", 8081);

    private readonly LayerContext _context;
    private readonly EnvironmentSettings _environment;
    private readonly WorkloadsSettings _settings;
    private readonly Aws.Provider _aws;
    private readonly PlatformReference _platform;
    private readonly ComponentResourceOptions _options;

    /// <summary>Declares the layer.</summary>
    /// <exception cref="ArgumentException">The environment has no such layer.</exception>
    public WorkloadsStack(LayerContext context)
        : base(context.Options)
    {
        (_context, _environment) = (context, context.Environment);
        _settings = _environment.Workloads ?? throw new ArgumentException(
            $"The environment '{_environment.Name}' has no layer '{LayerRegistry.Workloads}': its file has no section "
            + $"'{LayerRegistry.Workloads}'.",
            nameof(context));
        _aws = new("home", new() { Region = _environment.Region, AllowedAccountIds = { _environment.Account } });
        _platform = new(context);
        _options = new() { Providers = { _aws, _platform.Kubernetes("cluster") } };

        var api = RolloutApi();
        ApiAddress = Entrance(api).Address;
        ApiRolloutName = api.RolloutName;
        WorkerRolloutName = RolloutWorker(new(context)).RolloutName;
    }

    /// <summary>Where the API is called.</summary>
    [Output("apiAddress")]
    public Output<string> ApiAddress { get; private set; }

    /// <summary>Name of the API's rollout.</summary>
    [Output("apiRolloutName")]
    public Output<string> ApiRolloutName { get; private set; }

    /// <summary>Name of the worker's rollout.</summary>
    [Output("workerRolloutName")]
    public Output<string> WorkerRolloutName { get; private set; }

    private ServiceRollout RolloutApi() => new(
        Api.Name,
        new()
        {
            Workload = Api,
            Image = _settings.Api.Image,
            Scale = _settings.Api.Scale,
            Canary = _settings.Canary,
            Checks = WorkloadChecks.Of(Api.Name, _environment),
            Probes = PlatformPorts.ApiHttps,
            Certificate = PlatformCertificates.Api,
            Settings = WorkloadVariables.OfApi(_environment, ClusterCharts.ServiceSecret, RdsFile),
            Secrets = [ClusterCharts.ServiceSecret],
            Authorities = new Dictionary<string, string> { [RdsFile] = RdsAuthorities.Of(_environment.Region) },
            GraceSeconds = RequestSeconds,
        },
        _options);

    private ServiceRollout RolloutWorker(EvidenceReference evidence)
    {
        var identity = new Eks.PodIdentityAssociation(
            $"{Worker.Name}-identity",
            new()
            {
                ClusterName = _platform.Cluster.Name,
                Namespace = Worker.Namespace,
                ServiceAccount = Worker.ServiceAccount,
                RoleArn = evidence.WriterRoleArn,
                Tags = (_context.Tags with { Service = Worker.Name }).ToInputs(),
            },
            new() { Provider = _aws });
        return new(
            Worker.Name,
            new()
            {
                Workload = Worker,
                Image = _settings.Worker.Image,
                Scale = _settings.Worker.Scale,
                Canary = _settings.Canary,
                Checks = WorkloadChecks.Of(Worker.Name, _environment),
                Probes = _workerProbes,
                Certificate = PlatformCertificates.Worker,
                Settings = WorkloadVariables.OfWorker(_environment, _workerProbes, evidence),
                GraceSeconds = WorkSeconds,
            },
            // A pod gets its credentials when it starts: the role must be its own by then.
            new() { Providers = _options.Providers, DependsOn = { identity } });
    }

    private ApiEntrance Entrance(ServiceRollout api)
    {
        var foundation = new FoundationReference(_context);
        return new(
            "entrance",
            new()
            {
                HostName = foundation.ZoneName.Apply(zone => $"{_settings.Host}.{zone}"),
                ZoneId = foundation.ZoneId,
                VpcId = foundation.VpcId,
                SubnetIds = foundation.PublicSubnetIds,
                SecurityGroupId = foundation.SecurityGroupId(SecurityGroupNames.LoadBalancer),
                Workload = Api,
                Port = PlatformPorts.ApiHttps,
                DeletionProtection = _environment.Protect,
                Tags = _context.Tags with { Service = Api.Name },
            },
            new() { Providers = _options.Providers, DependsOn = { api } });
    }
}
