namespace Pulumi;

/// <summary>
/// An output that is given its source later, for two resources that refer to each other. It must be resolved once:
/// a deployment does not end while it is not.
/// </summary>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<Output<T>> _source = new();

    public DeferredOutput() => Output = new Output<T>(ForwardAsync());

    public Output<T> Output { get; }

    /// <exception cref="InvalidOperationException">It is already resolved.</exception>
    public void Resolve(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _source.SetResult(output);
    }

    private async Task<OutputData<T>> ForwardAsync()
    {
        var output = await _source.Task.ConfigureAwait(false);
        return await output.Data.ConfigureAwait(false);
    }
}
