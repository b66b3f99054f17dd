namespace Pulumi;

/// <summary>A callback that the engine runs when a step fails; a test's engine does not.</summary>
public class ErrorHook
{
    public ErrorHook(string name, ErrorHookCallback callback)
        : this(name, callback, Deployment.RegisterHook())
    {
    }

    protected ErrorHook(string name, ErrorHookCallback callback, Task registered)
    {
        ArgumentNullException.ThrowIfNull(registered);
        Name = name;
        Callback = callback;
        Registered = registered;
    }

    public string Name { get; }

    public ErrorHookCallback Callback { get; }

    /// <summary>Ends when the engine knows the hook; a resource with the hook waits for it.</summary>
    internal Task Registered { get; }
}
