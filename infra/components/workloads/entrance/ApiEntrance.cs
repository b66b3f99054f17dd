using Infra.Components.Workloads.Resources;
using Pulumi.Aws.LB.Inputs;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Acm = Pulumi.Aws.Acm;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;
using LB = Pulumi.Aws.LB;

namespace Infra.Components.Workloads.Entrance;

/// <summary>
/// The way in from outside: a name with a public certificate, a load balancer that ends that TLS and begins another
/// one, and the registration of pods with it. It takes a provider of AWS and one of the cluster.
/// </summary>
public sealed class ApiEntrance : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the load balancer.</summary>
    public const string TypeToken = "strata:workloads:ApiEntrance";

    private const int Https = 443;
    private const int DrainSeconds = 15;

    /// <summary>TLS 1.2 and 1.3, forward secrecy only.</summary>
    private const string TlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";

    private readonly string _name;
    private readonly ApiEntranceArgs _args;

    /// <summary>Declares the way in.</summary>
    public ApiEntrance(string name, ApiEntranceArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        (_name, _args) = (name, args);
        var certificate = Certificate();
        // No names: AWS takes 32 characters, and a replacement stands beside what it replaces.
        var balancer = new LB.LoadBalancer(
            name,
            new()
            {
                LoadBalancerType = "application",
                Internal = false,
                Subnets = args.SubnetIds,
                SecurityGroups = { args.SecurityGroupId },
                DropInvalidHeaderFields = true,
                DesyncMitigationMode = "strictest",
                EnableDeletionProtection = args.DeletionProtection,
                Tags = args.Tags.ToInputs(),
            },
            Child());
        var targets = Targets();
        var listener = new LB.Listener(
            $"{name}-https",
            new()
            {
                LoadBalancerArn = balancer.Arn,
                Port = Https,
                Protocol = "HTTPS",
                SslPolicy = TlsPolicy,
                CertificateArn = certificate,
                DefaultActions = new ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = targets.Arn },
                Tags = args.Tags.ToInputs(),
            },
            Child());
        _ = new CustomResource(
            $"{name}-binding",
            new TargetGroupBindingArgs
            {
                Metadata = new ObjectMetaArgs { Name = args.Workload.Name, Namespace = args.Workload.Namespace },
                Spec = new TargetGroupBindingSpecArgs
                {
                    TargetGroupArn = targets.Arn,
                    TargetType = "ip",
                    ServiceRef = new ServiceRefArgs { Name = args.Workload.Name, Port = args.Port.ServicePort },
                },
            },
            // A target group without a listener probes nothing, and its pods would never become ready.
            new() { Parent = this, DependsOn = { listener } });
        var record = new Record(
            $"{name}-address",
            new()
            {
                ZoneId = args.ZoneId,
                Name = args.HostName,
                Type = "A",
                Aliases = new RecordAliasArgs
                {
                    Name = balancer.DnsName,
                    ZoneId = balancer.ZoneId,
                    EvaluateTargetHealth = true,
                },
            },
            Child());
        Address = record.Name.Apply(host => $"https://{host}");
        RegisterOutputs();
    }

    /// <summary>Where the API is called.</summary>
    [Output("address")]
    public Output<string> Address { get; private set; }

    /// <summary>The certificate's ARN, once the authority has seen that the name is ours.</summary>
    private Output<string> Certificate()
    {
        var certificate = new Acm.Certificate(
            $"{_name}-certificate",
            new() { DomainName = _args.HostName, ValidationMethod = "DNS", Tags = _args.Tags.ToInputs() },
            Child());
        var proof = certificate.DomainValidationOptions.First();
        var record = new Record(
            $"{_name}-certificate-proof",
            new()
            {
                ZoneId = _args.ZoneId,
                Name = proof.Apply(found => found.ResourceRecordName ?? ""),
                Type = proof.Apply(found => found.ResourceRecordType ?? ""),
                Records = { proof.Apply(found => found.ResourceRecordValue ?? "") },
                Ttl = 300,
            },
            Child());
        return new Acm.CertificateValidation(
            $"{_name}-certificate-valid",
            new() { CertificateArn = certificate.Arn, ValidationRecordFqdns = { record.Fqdn } },
            Child()).CertificateArn;
    }

    private LB.TargetGroup Targets() => new(
        $"{_name}-pods",
        new()
        {
            TargetType = "ip",
            VpcId = _args.VpcId,
            Port = _args.Port.Number,
            Protocol = "HTTPS",
            DeregistrationDelay = DrainSeconds,
            HealthCheck = new TargetGroupHealthCheckArgs
            {
                Path = WorkloadPod.ReadyPath,
                Protocol = "HTTPS",
                Matcher = "200",
                Interval = 10,
                Timeout = 5,
                HealthyThreshold = 2,
                UnhealthyThreshold = 2,
            },
            Tags = _args.Tags.ToInputs(),
        },
        Child());

    private CustomResourceOptions Child() => new() { Parent = this };
}
