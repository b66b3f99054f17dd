using Infra.Stacks.Layers;

namespace Infra.Stacks.Bootstrap;

/// <summary>The outputs of the <c>bootstrap</c> layer, as the layers above it read them.</summary>
/// <param name="context">The layer that reads them.</param>
public sealed class BootstrapReference(LayerContext context)
{
    private readonly LayerOutputs _outputs = new(context.Reference(LayerRegistry.Bootstrap));

    /// <summary>ARN of the role that CI deploys with.</summary>
    public Output<string> DeployRoleArn => _outputs.Text("deployRoleArn");

    /// <summary>ARN of the role for emergencies.</summary>
    public Output<string> BreakGlassRoleArn => _outputs.Text("breakGlassRoleArn");

    /// <summary>ARN of the topic of alarms. Its key lets CloudWatch, EventBridge, RDS and Backup send to it.</summary>
    public Output<string> AlarmTopicArn => _outputs.Text("alarmTopicArn");
}
