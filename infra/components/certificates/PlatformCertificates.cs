using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using static Infra.Components.Flows.Catalogue.PlatformWorkloads;

namespace Infra.Components.Certificates;

/// <summary>
/// The certificates of the platform: one place for names, Secrets and which end shows what. What is called by a pod has
/// one here, or is among <see cref="Plain"/>.
/// </summary>
public static class PlatformCertificates
{
    /// <summary>Temporal's services among each other: each shows it whether it calls or is called.</summary>
    public static ServiceCertificate TemporalInternode { get; } = new(
        "temporal-internode-tls", TemporalHistory, CertificateUse.Both,
        [ServiceNames.Qualified("temporal-internode", TemporalHistory.Namespace)]);

    /// <summary>Temporal's frontend. Its clients must show a certificate too.</summary>
    public static ServiceCertificate TemporalFrontend { get; } =
        Server("temporal-frontend-tls", PlatformWorkloads.TemporalFrontend, "temporal-frontend");

    /// <summary>Temporal's web interface, its tools and its jobs, as clients of the frontend.</summary>
    public static ServiceCertificate TemporalClient { get; } =
        Client("temporal-client-tls", TemporalTools, "temporal-client");

    /// <summary>Vault: its Services, its replicas, and itself for its own probes.</summary>
    public static ServiceCertificate Vault { get; } = new(
        "vault-tls", PlatformWorkloads.Vault, CertificateUse.Both,
        [
            .. ((string[])["vault", "vault-active", "vault-standby"])
                .SelectMany(name => ServiceNames.Of(name, PlatformWorkloads.Vault.Namespace)),
            "*.vault-internal", "localhost",
        ])
    {
        IpAddresses = ["127.0.0.1"],
    };

    /// <summary>What the API server calls to put Vault's agent into pods.</summary>
    public static ServiceCertificate VaultInjector { get; } =
        Server("vault-agent-injector-tls", PlatformWorkloads.VaultInjector, "vault-agent-injector-svc");

    /// <summary>The API: the load balancer calls it, it calls Temporal.</summary>
    public static ServiceCertificate Api { get; } =
        Server("api-tls", PlatformWorkloads.Api, "api") with { Use = CertificateUse.Both };

    /// <summary>The service's worker, as a client of Temporal, and where it is probed.</summary>
    public static ServiceCertificate Worker { get; } =
        Client("worker-tls", PlatformWorkloads.Worker, "worker") with { Use = CertificateUse.Both };

    /// <summary>The collector of each node: called by the node's pods, it calls the gateway.</summary>
    public static ServiceCertificate CollectorAgent { get; } =
        Server("collector-agent-tls", PlatformWorkloads.CollectorAgent, "collector-agent") with
        {
            Use = CertificateUse.Both,
        };

    /// <summary>The collector that everything leaves the cluster through.</summary>
    public static ServiceCertificate CollectorGateway { get; } =
        Server("collector-gateway-tls", PlatformWorkloads.CollectorGateway, "collector-gateway");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ServiceCertificate> All { get; } =
    [
        TemporalInternode, TemporalFrontend, TemporalClient, Vault, VaultInjector, Api, Worker, CollectorAgent,
        CollectorGateway,
    ];

    /// <summary>
    /// What pods call without this authority's TLS, by the port's name, and why. A port that is neither here nor on a
    /// workload with a certificate fails a test.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Plain { get; } = new Dictionary<string, string>
    {
        ["dns"] = "Names are looked up in clear: so does every resolver here.",
        ["dns-tcp"] = "Names are looked up in clear: so does every resolver here.",
        [PlatformPorts.MetricsName] = "Counts and durations, read by Prometheus within the cluster; no tenant's data.",
        ["membership"] = "Temporal's replicas gossip their addresses; the protocol has no TLS. Calls are on rpc.",
        ["vault-cluster"] = "Vault makes certificates of its own for its replicas and verifies them itself.",
        ["webhook"] = "Called by the API server; the charts' own certificates, which their controllers keep.",
        ["prometheus"] = "Queries of counts, within the cluster.",
        ["alertmanager"] = "Alerts on counts, within the cluster.",
        ["mesh"] = "Replicas of Alertmanager agree on what was sent; names of alerts only.",
        ["mesh-udp"] = "Replicas of Alertmanager agree on what was sent; names of alerts only.",
        ["exported"] = "Counts and durations, read by Prometheus within the cluster; no tenant's data.",
    };

    private static ServiceCertificate Server(string name, Workload workload, string service) =>
        new(name, workload, CertificateUse.Server, ServiceNames.Of(service, workload.Namespace));

    private static ServiceCertificate Client(string name, Workload workload, string called) =>
        new(name, workload, CertificateUse.Client, [ServiceNames.Qualified(called, workload.Namespace)]);
}
