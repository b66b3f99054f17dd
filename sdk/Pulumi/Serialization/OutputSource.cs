namespace Pulumi.Serialization;

/// <summary>One output that is resolved later, once; it depends on the resource that it belongs to.</summary>
internal abstract class OutputSource
{
    public abstract Type ValueType { get; }

    public abstract object Output { get; }

    public abstract void Resolve(OutputData<object?> data);

    /// <summary>Resolves to the type's default, unless it is resolved already.</summary>
    public abstract void Complete(bool isKnown);

    /// <summary>Fails, unless it is resolved already.</summary>
    public abstract void Fail(Exception error);
}
