namespace Pulumi;

/// <summary>A callback that the engine runs around a resource's steps; a test's engine does not.</summary>
public class ResourceHook
{
    public ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
        : this(name, callback, options ?? new ResourceHookOptions(), Deployment.RegisterHook())
    {
    }

    protected ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions options, Task registered)
    {
        ArgumentNullException.ThrowIfNull(registered);
        Name = name;
        Callback = callback;
        Options = options ?? new ResourceHookOptions();
        Registered = registered;
    }

    public string Name { get; }

    public ResourceHookCallback Callback { get; }

    public ResourceHookOptions Options { get; }

    /// <summary>Ends when the engine knows the hook; a resource with the hook waits for it.</summary>
    internal Task Registered { get; }
}
