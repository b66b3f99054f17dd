using Pulumi.Kubernetes.Storage.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Cluster;

/// <summary>The cluster's only storage class: gp3 volumes, encrypted with our key, made where the pod runs.</summary>
public sealed class EncryptedStorage : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string TypeToken = "strata:cluster:EncryptedStorage";

    /// <summary>Name of the storage class, which is also the default.</summary>
    public const string ClassName = "encrypted";

    /// <summary>Makes the class.</summary>
    public EncryptedStorage(string name, EncryptedStorageArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        _ = new StorageClass(
            name,
            new()
            {
                Metadata = new ObjectMetaArgs
                {
                    Name = ClassName,
                    Annotations = { { "storageclass.kubernetes.io/is-default-class", "true" } },
                },
                Provisioner = "ebs.csi.aws.com",
                Parameters =
                {
                    ["type"] = "gp3",
                    ["encrypted"] = "true",
                    ["kmsKeyId"] = args.VolumesKeyArn,
                },
                AllowVolumeExpansion = true,
                ReclaimPolicy = "Retain", // A claim that was deleted by mistake leaves its volume.
                VolumeBindingMode = "WaitForFirstConsumer",
            },
            new() { Parent = this });
        RegisterOutputs();
    }
}
