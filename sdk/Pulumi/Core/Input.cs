namespace Pulumi;

/// <summary>What a resource takes: a value that is here now, or the output of another resource.</summary>
public class Input<T> : IInput
{
    private protected Input(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Source = output;
    }

    private protected Output<T> Source { get; set; }

    public static implicit operator Input<T>(T value) => new(Output.Create(value));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Source;
    }

    IOutput IInput.ToOutput() => Source;
}
