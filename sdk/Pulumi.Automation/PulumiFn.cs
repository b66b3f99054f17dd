namespace Pulumi.Automation;

/// <summary>A program that is a function of this process.</summary>
public abstract class PulumiFn
{
    private protected PulumiFn()
    {
    }

    public static PulumiFn Create(Func<CancellationToken, Task<IDictionary<string, object?>>> program)
        => throw Bundled.Refusal();

    public static PulumiFn Create(Func<Task<IDictionary<string, object?>>> program) => throw Bundled.Refusal();

    public static PulumiFn Create(Func<CancellationToken, Task> program) => throw Bundled.Refusal();

    public static PulumiFn Create(Func<Task> program) => throw Bundled.Refusal();

    public static PulumiFn Create(Func<IDictionary<string, object?>> program) => throw Bundled.Refusal();

    public static PulumiFn Create(Action program) => throw Bundled.Refusal();

    public static PulumiFn Create<TStack>()
        where TStack : Stack, new()
        => throw Bundled.Refusal();

    public static PulumiFn Create<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
        => throw Bundled.Refusal();

    public static PulumiFn Create(IServiceProvider serviceProvider, Type stackType) => throw Bundled.Refusal();
}
