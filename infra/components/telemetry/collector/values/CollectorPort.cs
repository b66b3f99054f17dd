using Infra.Components.Flows;

namespace Infra.Components.Telemetry.Collector.Values;

/// <summary>A port of the container and the Service.</summary>
/// <param name="Enabled">Whether there is one.</param>
public sealed record CollectorPort(bool Enabled)
{
    /// <summary>The port of the container.</summary>
    public int? ContainerPort { get; private init; }

    /// <summary>The port of the Service.</summary>
    public int? ServicePort { get; private init; }

    /// <summary>
    /// 0, which the chart takes for none: by default it opens the port on the node, past every policy.
    /// </summary>
    public int? HostPort { get; private init; }

    /// <summary>The protocol.</summary>
    public string? Protocol { get; private init; }

    /// <summary>No such port.</summary>
    public static CollectorPort Off { get; } = new(false);

    /// <summary>A port as it is declared.</summary>
    public static CollectorPort On(Port port) => new(true)
    {
        ContainerPort = port.Number,
        ServicePort = port.ServicePort,
        HostPort = 0,
        Protocol = port.Protocol,
    };
}
