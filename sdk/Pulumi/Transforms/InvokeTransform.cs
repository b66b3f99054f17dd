namespace Pulumi;

/// <summary>Changes a function call's arguments and options in the engine; null changes nothing.</summary>
public delegate Task<InvokeTransformResult?> InvokeTransform(
    InvokeTransformArgs args, CancellationToken cancellationToken = default);
