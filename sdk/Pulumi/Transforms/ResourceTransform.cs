namespace Pulumi;

/// <summary>Changes a resource's properties and options in the engine; null changes nothing.</summary>
public delegate Task<ResourceTransformResult?> ResourceTransform(
    ResourceTransformArgs args, CancellationToken cancellationToken = default);
