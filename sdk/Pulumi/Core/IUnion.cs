namespace Pulumi;

/// <summary>A <see cref="Union{T0, T1}"/> whose type arguments are not known here.</summary>
internal interface IUnion
{
    object Value { get; }
}
