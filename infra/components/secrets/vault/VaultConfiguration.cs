using Infra.Components.Certificates;
using Infra.Components.Charts;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Secrets.Vault.Access;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Secrets.Vault;

/// <summary>
/// Applies the declared grants to Vault, as a job that signs in with its service account: no token is kept anywhere. A
/// changed declaration is a new job. It is not waited for, as the first one waits for the ceremony.
/// </summary>
public sealed class VaultConfiguration : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it runs the job again.</summary>
    public const string TypeToken = "strata:vault:VaultConfiguration";

    /// <summary>The user and group of HashiCorp's images.</summary>
    private const int VaultUser = 100;
    private const int VaultGroup = 1000;
    private const int Retries = 10;
    private const string CertificateFolder = "/vault/tls";

    /// <summary>Declares the job and the service account it runs as.</summary>
    public VaultConfiguration(string name, VaultConfigurationArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var workload = PlatformWorkloads.VaultConfiguration;
        var account = WorkloadAccount.Create(workload, callsTheCluster: true, new() { Parent = this });
        var labels = workload.Labels.ToDictionary();
        _ = new Job(
            name,
            new JobArgs
            {
                Metadata = new ObjectMetaArgs
                {
                    Name = workload.Name,
                    Namespace = workload.Namespace,
                    Labels = labels,
                    Annotations = { ["pulumi.com/skipAwait"] = "true" },
                },
                Spec = new JobSpecArgs
                {
                    BackoffLimit = Retries,
                    Template = new PodTemplateSpecArgs
                    {
                        Metadata = new ObjectMetaArgs { Labels = labels },
                        Spec = Pod(args),
                    },
                },
            },
            new() { Parent = this, DependsOn = account, DeleteBeforeReplace = true });
        RegisterOutputs();
    }

    private static PodSpecArgs Pod(VaultConfigurationArgs args) => new()
    {
        ServiceAccountName = PlatformWorkloads.VaultConfiguration.ServiceAccount,
        PriorityClassName = args.Placement.PriorityClass,
        RestartPolicy = "OnFailure",
        SecurityContext = new PodSecurityContextArgs
        {
            RunAsNonRoot = true,
            RunAsUser = VaultUser,
            RunAsGroup = VaultGroup,
            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
        },
        Volumes = new VolumeArgs
        {
            Name = "tls",
            // The authority alone: the job shows no certificate.
            Secret = new SecretVolumeSourceArgs
            {
                SecretName = PlatformCertificates.Vault.Name,
                Items = new KeyToPathArgs { Key = "ca.crt", Path = "ca.crt" },
            },
        },
        Containers = new ContainerArgs
        {
            Name = "configure",
            Image = ImagePins.Vault.In(args.Placement.Registry),
            Command = ["/bin/sh", "-c"],
            Args = [VaultScript.Render(args.Grants)],
            Env =
            {
                new EnvVarArgs
                {
                    Name = "VAULT_ADDR",
                    Value = $"https://{ServiceNames.Qualified("vault-active", PlatformWorkloads.Vault.Namespace)}:8200",
                },
                new EnvVarArgs { Name = "VAULT_CACERT", Value = $"{CertificateFolder}/ca.crt" },
                new EnvVarArgs { Name = "SKIP_SETCAP", Value = "true" },
            },
            VolumeMounts = new VolumeMountArgs { Name = "tls", MountPath = CertificateFolder, ReadOnly = true },
            Resources = new ResourceRequirementsArgs
            {
                Requests = { ["cpu"] = "10m", ["memory"] = "64Mi" },
                Limits = { ["memory"] = "64Mi" },
            },
            SecurityContext = new SecurityContextArgs
            {
                AllowPrivilegeEscalation = false,
                ReadOnlyRootFilesystem = true,
                RunAsNonRoot = true,
                Capabilities = new CapabilitiesArgs { Drop = ["ALL"] },
            },
        },
    };
}
