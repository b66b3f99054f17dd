namespace Pulumi;

/// <summary>What a hook does; an exception fails a step that a hook comes before.</summary>
public delegate Task ResourceHookCallback(ResourceHookArgs args, CancellationToken cancellationToken = default);
