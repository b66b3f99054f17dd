using System.Collections.Immutable;
using Infra.Stacks.Layers;

namespace Infra.Stacks.Foundation;

/// <summary>The outputs of the <c>foundation</c> layer, as the layers that require it read them.</summary>
/// <param name="context">The layer that reads them.</param>
public sealed class FoundationReference(LayerContext context)
{
    private readonly LayerOutputs _outputs = new(context.Reference(LayerRegistry.Foundation));

    /// <inheritdoc cref="FoundationStack.VpcId"/>
    public Output<string> VpcId => _outputs.Text("vpcId");

    /// <inheritdoc cref="FoundationStack.VpcCidr"/>
    public Output<string> VpcCidr => _outputs.Text("vpcCidr");

    /// <inheritdoc cref="FoundationStack.AvailabilityZones"/>
    public Output<ImmutableArray<string>> AvailabilityZones => _outputs.Texts("availabilityZones");

    /// <inheritdoc cref="FoundationStack.PublicSubnetIds"/>
    public Output<ImmutableArray<string>> PublicSubnetIds => _outputs.Texts("publicSubnetIds");

    /// <inheritdoc cref="FoundationStack.PrivateSubnetIds"/>
    public Output<ImmutableArray<string>> PrivateSubnetIds => _outputs.Texts("privateSubnetIds");

    /// <inheritdoc cref="FoundationStack.IsolatedSubnetIds"/>
    public Output<ImmutableArray<string>> IsolatedSubnetIds => _outputs.Texts("isolatedSubnetIds");

    /// <inheritdoc cref="FoundationStack.ControlPlaneSubnetIds"/>
    public Output<ImmutableArray<string>> ControlPlaneSubnetIds => _outputs.Texts("controlPlaneSubnetIds");

    /// <inheritdoc cref="FoundationStack.EndpointSubnetIds"/>
    public Output<ImmutableArray<string>> EndpointSubnetIds => _outputs.Texts("endpointSubnetIds");

    /// <inheritdoc cref="FoundationStack.ZoneId"/>
    public Output<string> ZoneId => _outputs.Text("zoneId");

    /// <inheritdoc cref="FoundationStack.ZoneName"/>
    public Output<string> ZoneName => _outputs.Text("zoneName");

    /// <summary>Id of a security group.</summary>
    /// <param name="group">Its name in <see cref="Components.Flows.SecurityGroupNames"/>.</param>
    public Output<string> SecurityGroupId(string group) => _outputs.Text("securityGroupIds", group);

    /// <summary>ARN of the key of a purpose.</summary>
    /// <param name="purpose">The purpose, from <see cref="Components.Keys.KeyPurposes"/>.</param>
    public Output<string> KeyArn(string purpose) => _outputs.Text("keyArns", purpose);

    /// <summary>ARN of a purpose's key in the replica region.</summary>
    /// <param name="purpose">
    /// The purpose, one of <see cref="Components.Keys.KeyPurposes.Replicated"/>.
    /// </param>
    public Output<string> ReplicaKeyArn(string purpose) => _outputs.Text("replicaKeyArns", purpose);
}
