using Infra.Automation.Json;

namespace Infra.Automation.Policies.Rules;

/// <summary>How logs, the cluster and its volumes are encrypted.</summary>
internal static class VolumeEncryptionRules
{
    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Encryption, 4, context => context.Unless(
            AwsTypes.LogGroup, "kmsKeyId", key => key.IsPresent()))
        {
            Severity = PolicySeverity.Medium,
            Title = "Every log group is encrypted with a KMS key of ours.",
            Reason = "Logs hold what programs meant to hide; with CloudWatch's own key nobody can be kept from them.",
            Remedy = "Set KmsKeyId to the key for logs.",
            Controls = Serves.EncryptionAtRest,
        },
        new(PolicyThemes.Encryption, 5, context => context.Each(AwsTypes.Cluster)
            .Where(cluster => !cluster.Texts("encryptionConfig.resources").Contains("secrets")
                || !cluster.At("encryptionConfig.provider.keyArn").IsPresent())
            .Select(cluster => cluster.Breach("encryptionConfig")))
        {
            Severity = PolicySeverity.High,
            Title = "The cluster encrypts its Secrets with a KMS key of ours.",
            Reason = "Whoever reads the control plane's disks or backups reads every password in it.",
            Remedy = "Set EncryptionConfig with the key for the cluster and the resource 'secrets'.",
            Controls = Serves.EncryptionAtRest,
        },
        new(PolicyThemes.Encryption, 6, context =>
            from template in context.Each(AwsTypes.LaunchTemplate)
            from device in template.Items("blockDeviceMappings")
            where !device.At("ebs.encrypted").IsTrue() || !device.At("ebs.kmsKeyId").IsPresent()
            select template.Breach("blockDeviceMappings", $"{device.At("deviceName").AsText()} without a key of ours"))
        {
            Severity = PolicySeverity.High,
            Title = "Every disk of a node is encrypted with a KMS key of ours.",
            Reason = "A node's disk holds images, logs and what pods write; its snapshot can be shared.",
            Remedy = "Set Encrypted and KmsKeyId on each block device of the launch template.",
            Controls = Serves.EncryptionAtRest,
        },
        new(PolicyThemes.Encryption, 7, context => context.Each(KubernetesTypes.StorageClass)
            .Where(storage => !storage.IsTrue("parameters.encrypted") || !storage.At("parameters.kmsKeyId").IsPresent())
            .Select(storage => storage.Breach("parameters")))
        {
            Severity = PolicySeverity.High,
            Title = "Every volume that pods ask for is encrypted with a KMS key of ours.",
            Reason = "Whoever can copy a snapshot can read what is on an unencrypted volume.",
            Remedy = "Set encrypted and kmsKeyId in the parameters of the StorageClass.",
            Controls = Serves.EncryptionAtRest,
        },
    ];
}
