using System.Globalization;
using Infra.Components.Certificates;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Workloads;
using Infra.Stacks.Environments;
using Infra.Stacks.Evidence;
using static Infra.Components.Flows.Catalogue.PlatformWorkloads;

namespace Infra.Stacks.Workloads;

/// <summary>
/// What the service is told of its surroundings. Addresses come from the declared flows; secrets are files.
/// </summary>
internal static class WorkloadVariables
{
    private const string Certificate = $"{WorkloadPod.CertificateFolder}/tls.crt";
    private const string CertificateKey = $"{WorkloadPod.CertificateFolder}/tls.key";
    private const string Authority = $"{WorkloadPod.CertificateFolder}/ca.crt";

    /// <summary>What the API is told.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="databaseSecret">Name of the Secret with its credentials.</param>
    /// <param name="databaseAuthorities">Name of the file with the database's authorities.</param>
    public static Dictionary<string, Input<string>> OfApi(
        EnvironmentSettings environment, string databaseSecret, string databaseAuthorities) =>
        new(Common(Api, environment))
        {
            ["ASPNETCORE_HTTPS_PORTS"] = Text(PlatformPorts.ApiHttps.Number),
            ["STRATA_DATABASE_CREDENTIALS"] = $"{WorkloadPod.SecretsFolder}/{databaseSecret}",
            ["STRATA_DATABASE_AUTHORITIES"] = $"{WorkloadPod.AuthoritiesFolder}/{databaseAuthorities}",
        };

    /// <summary>What the worker is told.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="probes">Where it answers probes.</param>
    /// <param name="evidence">The vault.</param>
    public static Dictionary<string, Input<string>> OfWorker(
        EnvironmentSettings environment, Port probes, EvidenceReference evidence) =>
        new(Common(Worker, environment))
        {
            ["ASPNETCORE_HTTPS_PORTS"] = Text(probes.Number),
            ["STRATA_EVIDENCE_BUCKET"] = evidence.PrimaryBucket,
            ["STRATA_EVIDENCE_HEAD_BUCKET"] = evidence.HeadBucket,
        };

    private static Dictionary<string, Input<string>> Common(Workload workload, EnvironmentSettings environment) => new()
    {
        ["ASPNETCORE_Kestrel__Certificates__Default__Path"] = Certificate,
        ["ASPNETCORE_Kestrel__Certificates__Default__KeyPath"] = CertificateKey,
        ["AWS_REGION"] = environment.Region,
        ["OTEL_EXPORTER_OTLP_CERTIFICATE"] = Authority,
        ["OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE"] = Certificate,
        ["OTEL_EXPORTER_OTLP_CLIENT_KEY"] = CertificateKey,
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address(CollectorAgent, "collector-agent", PlatformPorts.OtlpGrpc),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc",
        // Together they are the label that the API's objectives select.
        ["OTEL_RESOURCE_ATTRIBUTES"] = $"service.namespace=strata,deployment.environment.name={environment.Name}",
        ["OTEL_SERVICE_NAME"] = workload.Name,
        ["STRATA_ENVIRONMENT"] = environment.Name,
        ["STRATA_TRUSTED_AUTHORITY"] = Authority,
        ["TEMPORAL_ADDRESS"] =
            $"{Name(TemporalFrontend, "temporal-frontend")}:{Text(PlatformPorts.TemporalApi.Number)}",
        ["TEMPORAL_NAMESPACE"] = Api.Namespace,
        ["TEMPORAL_TLS_CLIENT_CERT_PATH"] = Certificate,
        ["TEMPORAL_TLS_CLIENT_KEY_PATH"] = CertificateKey,
        ["TEMPORAL_TLS_SERVER_CA_CERT_PATH"] = Authority,
        ["VAULT_ADDR"] = Address(Vault, "vault", PlatformPorts.VaultApi),
        ["VAULT_CACERT"] = Authority,
    };

    private static string Address(Workload workload, string service, Port port) =>
        $"https://{Name(workload, service)}:{Text(port.Number)}";

    private static string Name(Workload workload, string service) =>
        ServiceNames.Qualified(service, workload.Namespace);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
