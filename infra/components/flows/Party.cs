namespace Infra.Components.Flows;

/// <summary>Somebody who calls or is called.</summary>
/// <param name="Name">Name within the model: a DNS label. Names of policies and rules come from it.</param>
/// <param name="Description">What it is, in a few words, for people.</param>
public abstract record Party(string Name, string Description)
{
    /// <summary>The ports it answers on. None by default: it only calls.</summary>
    public IReadOnlyList<Port> Ports { get; init; } = [];

    /// <summary>Its port of a name, which it must have.</summary>
    public Port PortNamed(string name) => Ports.Single(port => port.Name == name);

    /// <summary>The security group its packets belong to; null where none of ours sees them.</summary>
    public abstract string? Group { get; }
}
