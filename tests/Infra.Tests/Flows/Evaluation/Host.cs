using System.Net;

namespace Infra.Tests.Flows.Evaluation;

/// <summary>Something that opens or takes connections: a pod where it has a namespace, else an address.</summary>
internal sealed record Host(string Name, IPAddress Address)
{
    public string? Namespace { get; init; }

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Container ports by name, which rules may use instead of numbers.</summary>
    public IReadOnlyDictionary<string, int> NamedPorts { get; init; } = new Dictionary<string, int>();

    public string? SecurityGroup { get; init; }

    /// <summary>
    /// Whether AWS shows traffic to it to security groups; not so for its resolver and for link-local addresses.
    /// </summary>
    public bool SeenBySecurityGroups { get; init; } = true;

    /// <summary>The name it is called by, where it is outside AWS.</summary>
    public string? Domain { get; init; }

    public bool IsPod => Namespace is not null;

    /// <summary>
    /// Whether the way to it leads through the firewall: its address is none of RFC 1918, 6598 or 3927.
    /// </summary>
    public bool OnTheInternet => Address.GetAddressBytes() is not
        ([10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [100, >= 64 and <= 127, ..] or [169, 254, ..]);
}
