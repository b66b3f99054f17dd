using System.Text;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Eks.Inputs;
using Ec2 = Pulumi.Aws.Ec2;
using Eks = Pulumi.Aws.Eks;

namespace Infra.Components.Cluster.Nodes;

/// <summary>
/// Nodes of one kind: a managed node group of Bottlerocket instances, spread over the zones. No node has a shell, a
/// public address, an unencrypted volume or a security group but ours.
/// </summary>
public sealed class NodePool : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string TypeToken = "strata:cluster:NodePool";

    /// <summary>Share of the nodes that may be away while a version is rolled out.</summary>
    private const int MaxUnavailablePercent = 25;

    /// <summary>Size of Bottlerocket's own volume, in GiB: two images of the system.</summary>
    private const int SystemVolumeGiB = 4;

    private const string SystemVolume = "/dev/xvda";
    private const string DataVolume = "/dev/xvdb";

    /// <summary>
    /// Both of Bottlerocket's side doors are shut: the administrator's container, and the one that SSM gets in through.
    /// </summary>
    private const string UserData =
        """
        [settings.host-containers.admin]
        enabled = false

        [settings.host-containers.control]
        enabled = false

        [settings.kernel]
        lockdown = "integrity"

        """;

    /// <summary>What of the template comes to a node only when the node is replaced.</summary>
    private static readonly List<string> _replacing =
    [
        "blockDeviceMappings", "metadataOptions", "monitoring", "tagSpecifications", "userData", "vpcSecurityGroupIds",
    ];

    /// <summary>Makes the template and the group.</summary>
    public NodePool(string name, NodePoolArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        // A template is never changed but replaced, and a new one replaces the group: the new nodes are there before
        // the old ones are drained, and 'version 1' is all that there ever is.
        var template = new Ec2.LaunchTemplate(
            $"{name}-template", Template(name, args), new() { Parent = this, ReplaceOnChanges = _replacing });
        _ = new Eks.NodeGroup(name, Group(name, args, template), new() { Parent = this });
        RegisterOutputs();
    }

    private static Eks.NodeGroupArgs Group(string name, NodePoolArgs args, Ec2.LaunchTemplate template)
    {
        var group = new Eks.NodeGroupArgs
        {
            ClusterName = args.ClusterName,
            NodeGroupNamePrefix = $"{name}-", // Two of them are there while one replaces the other.
            NodeRoleArn = args.RoleArn,
            SubnetIds = args.SubnetIds,
            Version = args.KubernetesVersion,
            AmiType = args.Shape.Architecture switch
            {
                NodeArchitecture.X86 => "BOTTLEROCKET_x86_64",
                NodeArchitecture.Arm => "BOTTLEROCKET_ARM_64",
                var unknown => throw new ArgumentException($"Unknown architecture '{unknown}'.", nameof(args)),
            },
            CapacityType = "ON_DEMAND",
            InstanceTypes = args.Shape.InstanceTypes.ToArray(),
            LaunchTemplate = new NodeGroupLaunchTemplateArgs { Id = template.Id, Version = "1" },
            ScalingConfig = new NodeGroupScalingConfigArgs
            {
                MinSize = args.Shape.Count.Minimum,
                DesiredSize = args.Shape.Count.Desired,
                MaxSize = args.Shape.Count.Maximum,
            },
            UpdateConfig = new NodeGroupUpdateConfigArgs { MaxUnavailablePercentage = MaxUnavailablePercent },
            NodeRepairConfig = new NodeGroupNodeRepairConfigArgs { Enabled = true },
            Labels = { { NodeLabels.Pool, args.Pool } },
            Tags = args.Tags.ToInputs(),
        };
        if (args.Tags.Tenant is { } tenant)
        {
            group.Labels.Add(NodeLabels.Tenant, tenant);
        }

        if (args.Taint is { } taint)
        {
            group.Taints.Add(new NodeGroupTaintArgs { Key = taint.Key, Value = taint.Value, Effect = "NO_SCHEDULE" });
        }

        return group;
    }

    private static Ec2.LaunchTemplateArgs Template(string name, NodePoolArgs args) => new()
    {
        NamePrefix = $"{name}-",
        BlockDeviceMappings =
        {
            Volume(SystemVolume, SystemVolumeGiB, args.VolumesKeyArn),
            Volume(DataVolume, args.Shape.VolumeGiB, args.VolumesKeyArn),
        },
        // One hop does not reach a pod: pods get credentials from the Pod Identity agent, never those of their node.
        MetadataOptions = new LaunchTemplateMetadataOptionsArgs
        {
            HttpEndpoint = "enabled",
            HttpTokens = "required",
            HttpPutResponseHopLimit = 1,
        },
        Monitoring = new LaunchTemplateMonitoringArgs { Enabled = true },
        VpcSecurityGroupIds = { args.SecurityGroupId },
        UserData = Convert.ToBase64String(Encoding.UTF8.GetBytes(UserData)),
        TagSpecifications =
        {
            Tagged("instance", args), Tagged("volume", args), Tagged("network-interface", args),
        },
        Tags = args.Tags.ToInputs(),
    };

    private static LaunchTemplateBlockDeviceMappingArgs Volume(string device, int sizeGiB, Input<string> keyArn) =>
        new()
        {
            DeviceName = device,
            Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs
            {
                VolumeType = "gp3",
                VolumeSize = sizeGiB,
                Encrypted = "true",
                KmsKeyId = keyArn,
                DeleteOnTermination = "true",
            },
        };

    private static LaunchTemplateTagSpecificationArgs Tagged(string resourceType, NodePoolArgs args) =>
        new() { ResourceType = resourceType, Tags = args.Tags.ToInputs() };
}
