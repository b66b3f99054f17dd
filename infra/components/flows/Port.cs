using System.Globalization;

namespace Infra.Components.Flows;

/// <summary>A port that a party answers on.</summary>
/// <param name="Name">Name within the party: a DNS label of at most 15 characters, as Kubernetes has it.</param>
/// <param name="Number">The port the process listens on, 1 to 65535. What a policy sees.</param>
/// <param name="Transport">TCP unless said otherwise.</param>
public sealed record Port(string Name, int Number, Transport Transport = Transport.Tcp)
{
    /// <summary>
    /// The port of the Service in front. Defaults to <see cref="Number"/>, and must be it for callers in pods.
    /// </summary>
    public int ServicePort { get; init; } = Number;

    /// <summary>The transport as Kubernetes writes it: <c>TCP</c> or <c>UDP</c>.</summary>
    public string Protocol => Transport switch
    {
        Transport.Tcp => "TCP",
        Transport.Udp => "UDP",
        _ => throw new InvalidOperationException($"Port '{Name}' has the unknown transport '{Transport}'."),
    };

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name} {Number}/{Protocol.ToLowerInvariant()}");
}
