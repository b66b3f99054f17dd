namespace Pulumi;

/// <summary>The arguments and options to construct the resource with. The parent cannot be changed.</summary>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    public ResourceArgs Args { get; } = args;

    public ResourceOptions Options { get; } = options;
}
