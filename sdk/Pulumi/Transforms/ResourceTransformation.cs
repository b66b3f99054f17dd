namespace Pulumi;

/// <summary>Changes a resource's arguments and options when it is constructed; null changes nothing.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);
