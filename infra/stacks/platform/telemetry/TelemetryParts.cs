using Infra.Components.Cluster;
using Infra.Components.Flows;
using Infra.Components.Tagging;
using Infra.Stacks.Environments;
using Infra.Stacks.Foundation;

namespace Infra.Stacks.Platform.Telemetry;

/// <summary>The layer's parts, as what observes needs them.</summary>
/// <param name="Platform">The layer's parts.</param>
internal sealed record TelemetryParts(PlatformParts Platform)
{
    public EnvironmentSettings Environment => Platform.Environment;

    public TelemetrySettings Settings => Platform.Settings.Observability;

    public FoundationReference Foundation => Platform.Foundation;

    /// <summary>The cluster is called as everything in the environment is.</summary>
    public string Cluster => Environment.Prefix;

    /// <summary>What is called after the environment, and is no difference between two of them.</summary>
    public IReadOnlyList<string> Names =>
        [Environment.Prefix, Environment.Name, Environment.Account, Environment.Region];

    /// <summary>The account's registry.</summary>
    public string Registry =>
        $"{Environment.Account}.dkr.ecr.{Environment.Region}.{DomainSuffix(Environment.Partition)}";

    public StandardTags TagsOf(string service) => Platform.Tags with { Service = service };

    /// <summary>Options of a component that runs pods, after what its pods need is there.</summary>
    public ComponentResourceOptions Options(params Resource[] after)
    {
        var options = Platform.Options;
        foreach (var resource in after)
        {
            options.DependsOn.Add(resource);
        }

        return options;
    }

    public PodIdentity Identity(Workload workload, Input<string> policy) => Platform.Identity(workload, policy);

    private static string DomainSuffix(string partition) => partition switch
    {
        "aws" or "aws-us-gov" => "amazonaws.com",
        "aws-cn" => "amazonaws.com.cn",
        _ => throw new ArgumentOutOfRangeException(nameof(partition), partition, "There is no such partition."),
    };
}
