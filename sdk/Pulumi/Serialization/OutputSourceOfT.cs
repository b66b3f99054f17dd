using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <inheritdoc/>
internal sealed class OutputSource<T> : OutputSource
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new();
    private readonly ImmutableHashSet<Resource> _owner;

    public OutputSource(Resource owner)
    {
        _owner = [owner];
        Output = new Output<T>(_source.Task);
    }

    public override Type ValueType => typeof(T);

    public override object Output { get; }

    public override void Resolve(OutputData<object?> data)
        => _source.SetResult(new OutputData<T>(
            data.Value is null ? default! : (T)data.Value,
            data.IsKnown,
            data.IsSecret,
            _owner.Union(data.Resources)));

    public override void Complete(bool isKnown)
        => _source.TrySetResult(new OutputData<T>(default!, isKnown, IsSecret: false, _owner));

    public override void Fail(Exception error) => _source.TrySetException(error);
}
