namespace Pulumi;

/// <summary>An <see cref="Input{T}"/> whose type argument is not known here.</summary>
internal interface IInput
{
    IOutput ToOutput();
}
