using System.Globalization;
using Infra.Components.Charts.Pods;
using Infra.Components.Flows;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Infra.Components.Telemetry.Pods;

/// <summary>Parts of containers that are written here alike.</summary>
internal static class Containers
{
    /// <summary>Its declared ports.</summary>
    public static InputList<ContainerPortArgs> Ports(Workload workload) => workload.Ports
        .Select(p => new ContainerPortArgs { Name = p.Name, ContainerPortValue = p.Number, Protocol = p.Protocol })
        .ToArray();

    /// <summary>The ports of the Service in front.</summary>
    public static InputList<ServicePortArgs> ServicePorts(Workload workload) => workload.Ports
        .Select(p => new ServicePortArgs
        {
            Name = p.Name,
            Port = p.ServicePort,
            TargetPort = p.Number,
            Protocol = p.Protocol,
        })
        .ToArray();

    /// <summary>A probe over HTTP.</summary>
    public static ProbeArgs Probe(Port port, string path, int periodSeconds, int failures) => new()
    {
        HttpGet = new HTTPGetActionArgs { Path = path, Port = port.Number },
        PeriodSeconds = periodSeconds,
        TimeoutSeconds = 5,
        FailureThreshold = failures,
    };

    /// <summary>What it is given and may use at most.</summary>
    public static ResourceRequirementsArgs Resources(ContainerResources resources) => new()
    {
        Requests = Amounts(resources.Requests),
        Limits = Amounts(resources.Limits),
    };

    /// <summary>The field of the pod that a variable holds.</summary>
    public static EnvVarArgs Field(string name, string path) => new()
    {
        Name = name,
        ValueFrom = new EnvVarSourceArgs { FieldRef = new ObjectFieldSelectorArgs { FieldPath = path } },
    };

    /// <summary>So many gibibytes as Kubernetes writes them.</summary>
    public static string GiB(int count) => string.Create(CultureInfo.InvariantCulture, $"{count}Gi");

    private static InputMap<string> Amounts(ResourceAmounts amounts)
    {
        var map = new InputMap<string>();
        if (amounts.Cpu is { } cpu)
        {
            map.Add("cpu", cpu);
        }

        if (amounts.Memory is { } memory)
        {
            map.Add("memory", memory);
        }

        return map;
    }
}
