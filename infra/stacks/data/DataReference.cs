using Infra.Components.Database;
using Infra.Stacks.Layers;

namespace Infra.Stacks.Data;

/// <summary>The outputs of the <c>data</c> layer, as the layers that require it read them.</summary>
/// <param name="context">The layer that reads them.</param>
public sealed class DataReference(LayerContext context)
{
    private readonly LayerOutputs _outputs = new(context.Reference(LayerRegistry.Data));

    /// <inheritdoc cref="DataStack.DatabaseAddress"/>
    public Output<string> DatabaseAddress => _outputs.Text("databaseAddress");

    /// <inheritdoc cref="DataStack.DatabasePort"/>
    public Output<string> DatabasePort => _outputs.Text("databasePort");

    /// <inheritdoc cref="DataStack.DatabaseIdentifier"/>
    public Output<string> DatabaseIdentifier => _outputs.Text("databaseIdentifier");

    /// <inheritdoc cref="DataStack.DatabaseArn"/>
    public Output<string> DatabaseArn => _outputs.Text("databaseArn");

    /// <inheritdoc cref="DataStack.MasterSecretArn"/>
    public Output<string> MasterSecretArn => _outputs.Text("masterSecretArn");

    /// <inheritdoc cref="DataStack.BackupVaultName"/>
    public Output<string> BackupVaultName => _outputs.Text("backupVaultName");

    /// <inheritdoc cref="DataStack.SubnetGroupName"/>
    public Output<string> SubnetGroupName => _outputs.Text("subnetGroupName");

    /// <inheritdoc cref="DataStack.ParameterGroupName"/>
    public Output<string> ParameterGroupName => _outputs.Text("parameterGroupName");

    /// <summary>ARN of the secret of a database's user.</summary>
    public Output<string> SecretArn(PlatformDatabase database) => _outputs.Text("secretArns", database.Purpose);

    /// <summary>Name of the secret of a database's user.</summary>
    public Output<string> SecretName(PlatformDatabase database) => _outputs.Text("secretNames", database.Purpose);

    /// <summary>Host name of a tenant's dedicated instance.</summary>
    public Output<string> DedicatedAddress(string tenant) => _outputs.Text("dedicatedAddresses", tenant);

    /// <summary>ARN of the service's secret for a tenant's dedicated instance.</summary>
    public Output<string> DedicatedSecretArn(string tenant) => _outputs.Text("dedicatedSecretArns", tenant);

    /// <summary>ARN of the secret of the master user of a tenant's dedicated instance.</summary>
    public Output<string> DedicatedMasterSecretArn(string tenant) =>
        _outputs.Text("dedicatedMasterSecretArns", tenant);
}
