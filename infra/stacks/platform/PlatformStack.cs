using System.Collections.Immutable;
using Infra.Components.Cluster;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Keys;
using Infra.Stacks.Bootstrap;
using Infra.Stacks.Foundation;
using Infra.Stacks.Layers;
using Infra.Stacks.Platform.Charts;
using Infra.Stacks.Platform.Telemetry;
using Aws = Pulumi.Aws;

namespace Infra.Stacks.Platform;

/// <summary>The <c>platform</c> layer: the cluster, and what runs in it for everybody.</summary>
public sealed class PlatformStack : Stack
{
    /// <summary>Declares the layer.</summary>
    /// <exception cref="ArgumentException">The environment has no such layer.</exception>
    public PlatformStack(LayerContext context)
        : base(context.Options)
    {
        var environment = context.Environment;
        var settings = environment.Platform ?? throw Missing(context, LayerRegistry.Platform);
        var plan = (environment.Foundation ?? throw Missing(context, LayerRegistry.Foundation)).Plan;
        var bootstrap = new BootstrapReference(context);
        var foundation = new FoundationReference(context);
        var aws = new Aws.Provider(
            "home", new() { Region = environment.Region, AllowedAccountIds = { environment.Account } });

        var flows = PlatformFlows.Declare(plan);
        var cluster = new ClusterParts(context, settings, plan, bootstrap, foundation, aws);
        _ = new PriorityClasses("priority", new() { Provider = cluster.Kubernetes });
        _ = new EncryptedStorage(
            "storage",
            new() { VolumesKeyArn = foundation.KeyArn(KeyPurposes.Volumes) },
            new() { Provider = cluster.Kubernetes });
        var namespaces = new NamespaceParts(settings, flows, cluster);
        var parts = new PlatformParts
        {
            Context = context,
            Settings = settings,
            Bootstrap = bootstrap,
            Foundation = foundation,
            Data = new(context),
            Flows = flows,
            Cluster = cluster.Control.Identity,
            Aws = aws,
            Kubernetes = cluster.Kubernetes,
            Namespaces = namespaces.Names,
            Guards = namespaces.Guards,
        };
        Furnish(parts);

        ClusterName = cluster.Control.ClusterName;
        ClusterArn = cluster.Control.ClusterArn;
        ClusterEndpoint = cluster.Control.ClusterEndpoint;
        ClusterCertificateAuthority = cluster.Control.ClusterCertificateAuthority;
        Namespaces = Output.All(namespaces.Names.Select(entry => entry.Value.Apply(name => (entry.Key, Name: name))))
            .Apply(names => names.ToImmutableDictionary(entry => entry.Key, entry => entry.Name));
    }

    /// <summary>The cluster's name.</summary>
    [Output(PlatformReference.ClusterNameKey)]
    public Output<string> ClusterName { get; private set; }

    /// <summary>The cluster's ARN.</summary>
    [Output(PlatformReference.ClusterArnKey)]
    public Output<string> ClusterArn { get; private set; }

    /// <summary>Address of the API server, reached from the VPC only.</summary>
    [Output(PlatformReference.ClusterEndpointKey)]
    public Output<string> ClusterEndpoint { get; private set; }

    /// <summary>Certificate of the authority that signed the API server's, in base64.</summary>
    [Output(PlatformReference.ClusterCertificateAuthorityKey)]
    public Output<string> ClusterCertificateAuthority { get; private set; }

    /// <summary>The names of the namespaces, by name: who reads one knows that it is there.</summary>
    [Output(PlatformReference.NamespacesKey)]
    public Output<ImmutableDictionary<string, string>> Namespaces { get; private set; }

    /// <summary>What runs in the cluster, a line each.</summary>
    private static void Furnish(PlatformParts parts)
    {
        PlatformTelemetry.Add(parts, ClusterCharts.Install(parts));
    }

    private static ArgumentException Missing(LayerContext context, string section) => new(
        $"The environment '{context.Environment.Name}' cannot have the layer '{context.Layer}': its file has no section "
        + $"'{section}'.",
        nameof(context));
}
