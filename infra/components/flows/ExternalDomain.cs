namespace Infra.Components.Flows;

/// <summary>Domains outside AWS, reached through the firewall's allow-list only.</summary>
/// <param name="Name">Name within the model.</param>
/// <param name="Description">What it is, in a few words.</param>
/// <param name="Domains">Host names. One that starts with a dot also stands for every name below it.</param>
public sealed record ExternalDomain(string Name, string Description, IReadOnlyList<string> Domains)
    : Party(Name, Description)
{
    /// <summary>Name of a port whose connections the firewall judges by TLS server name.</summary>
    public const string Https = "https";

    /// <summary>Name of a port whose connections the firewall judges by HTTP host.</summary>
    public const string Http = "http";

    /// <inheritdoc/>
    public override string? Group => null;
}
