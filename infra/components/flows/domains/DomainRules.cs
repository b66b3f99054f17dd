namespace Infra.Components.Flows.Domains;

/// <summary>
/// The domains that may be called, by what the firewall reads the name from. Nothing else leaves the VPC.
/// </summary>
/// <param name="TlsServerNames">Allowed TLS server names, in order; a leading dot stands for every name below.</param>
/// <param name="HttpHosts">Allowed HTTP hosts, in order.</param>
public sealed record DomainRules(IReadOnlyList<string> TlsServerNames, IReadOnlyList<string> HttpHosts)
{
    /// <summary>The domains of every declared flow that leaves AWS.</summary>
    public static DomainRules Render(FlowModel model) =>
        new(Named(model, ExternalDomain.Https), Named(model, ExternalDomain.Http));

    private static string[] Named(FlowModel model, string port) =>
    [
        .. model.Flows.Where(f => f.Port.Name == port)
            .Select(f => f.To)
            .OfType<ExternalDomain>()
            .SelectMany(d => d.Domains)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
