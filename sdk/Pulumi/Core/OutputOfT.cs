using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A value that a resource will have once it is created: it carries whether it is known, whether it is secret and which
/// resources it depends on, and passes all three on to whatever is computed from it.
/// </summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> data)
    {
        Data = data;

        // A task that nobody awaits still fails the deployment: every output is watched from its birth.
        Deployment.TryGetCurrent()?.Tasks.Watch(data);
    }

    internal Output(OutputData<T> data)
        : this(Task.FromResult(data))
    {
    }

    internal Task<OutputData<T>> Data { get; }

    public static Output<T> Create(Task<T> value) => Create(value, isSecret: false);

    public Output<ValueTuple> Apply(Func<T, Task> func)
        => Apply(value => Output.Create(Unit(func(value))));

    public Output<TResult> Apply<TResult>(Func<T, TResult> func)
        => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func)
        => Apply(value => Output.Create(func(value)));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func)
        => Apply(value => func(value).ToOutput());

    /// <summary>
    /// Computes from the value of this output. In a preview <paramref name="func"/> is not called while the value is
    /// unknown; in an update it is, with the type's default. An exception fails the deployment.
    /// </summary>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
        => new(ApplyAsync(func));

    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func)
        => Apply(value => func(value));

    /// <summary>Explains what to do instead: the value of an output cannot be put into a string directly.</summary>
    public override string ToString()
        => "Calling [ToString] on an [Output<T>] is not supported: its value is not here yet. "
            + "Use output.Apply(v => $\"prefix{v}suffix\") or Output.Format($\"prefix{output}suffix\") "
            + "to get an Output<string>.";

    internal static Output<T> Create(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<T>(DataOf(value, isSecret));
    }

    internal static Output<T> Unknown(T value) => new(OutputData<T>.Unknown(value));

    internal Output<T> WithSecretness(Task<bool> isSecret)
    {
        return new Output<T>(ReplaceAsync());

        async Task<OutputData<T>> ReplaceAsync()
            => await Data.ConfigureAwait(false) with { IsSecret = await isSecret.ConfigureAwait(false) };
    }

    internal Output<T> WithDependency(Resource resource)
    {
        return new Output<T>(AddAsync());

        async Task<OutputData<T>> AddAsync()
        {
            var data = await Data.ConfigureAwait(false);
            return data with { Resources = data.Resources.Add(resource) };
        }
    }

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await Data.ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    async Task<OutputData<object?>> IOutput.GetDataAsync()
    {
        var data = await Data.ConfigureAwait(false);
        return data.With<object?>(data.Value);
    }

    private static async Task<OutputData<T>> DataOf(Task<T> value, bool isSecret)
        => new(await value.ConfigureAwait(false), IsKnown: true, isSecret, ImmutableHashSet<Resource>.Empty);

    private static async Task<ValueTuple> Unit(Task task)
    {
        await task.ConfigureAwait(false);
        return default;
    }

    private async Task<OutputData<TResult>> ApplyAsync<TResult>(Func<T, Output<TResult>?> func)
    {
        var data = await Data.ConfigureAwait(false);
        if (!data.IsKnown && Deployment.Instance.IsDryRun)
        {
            return data.With(default(TResult)!);
        }

        return func(data.Value) is { } inner
            ? (await inner.Data.ConfigureAwait(false)).DerivedFrom(data)
            : data.With(default(TResult)!);
    }
}
