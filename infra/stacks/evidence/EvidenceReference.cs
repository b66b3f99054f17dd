using Infra.Stacks.Layers;

namespace Infra.Stacks.Evidence;

/// <summary>The outputs of the <c>evidence</c> layer of AWS, as the layers that require it read them.</summary>
/// <param name="context">The layer that reads them.</param>
public sealed class EvidenceReference(LayerContext context)
{
    private readonly LayerOutputs _outputs = new(context.Reference(LayerRegistry.Evidence));

    /// <inheritdoc cref="EvidenceStack.PrimaryBucket"/>
    public Output<string> PrimaryBucket => _outputs.Text("primaryBucket");

    /// <inheritdoc cref="EvidenceStack.HeadBucket"/>
    public Output<string> HeadBucket => _outputs.Text("headBucket");

    /// <inheritdoc cref="EvidenceStack.PrimaryBucketArn"/>
    public Output<string> PrimaryBucketArn => _outputs.Text("primaryBucketArn");

    /// <summary>ARN of the key of the primary and head buckets.</summary>
    public Output<string> KeyArn => _outputs.Text("keyArn");

    /// <summary>ARN of the role that writes evidence. The pods of the API and the worker may take it.</summary>
    public Output<string> WriterRoleArn => _outputs.Text("writerRoleArn");
}
