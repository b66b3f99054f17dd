namespace Pulumi;

/// <summary>Options of a stack.</summary>
public class StackOptions
{
    /// <summary>Applied to every resource of the stack, after the resource's own and its parents'.</summary>
    public List<ResourceTransformation> ResourceTransformations { get => field ??= []; set; }

    /// <summary>Applied by the engine; the in-process engine of tests does not run them.</summary>
    public List<ResourceTransform> ResourceTransforms { get => field ??= []; set; }

    internal ComponentResourceOptions ToResourceOptions() => new()
    {
        ResourceTransformations = ResourceTransformations,
        ResourceTransforms = ResourceTransforms,
    };
}
