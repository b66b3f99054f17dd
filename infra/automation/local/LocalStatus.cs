namespace Infra.Automation.Local;

/// <summary>What runs on this machine. Holds no secret.</summary>
/// <param name="Folder">The local folder.</param>
/// <param name="State">Running, stopped, or unhealthy.</param>
/// <param name="Managed">False where the services were attached: somebody else starts and stops them.</param>
/// <param name="Services">The services; empty when none was ever started here.</param>
/// <param name="Daemons">The processes that were started here.</param>
public sealed record LocalStatus(
    string Folder,
    LocalState State,
    bool Managed,
    IReadOnlyList<ServiceStatus> Services,
    IReadOnlyList<DaemonStatus> Daemons);
