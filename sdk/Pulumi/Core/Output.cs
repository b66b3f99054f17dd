using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi;

/// <summary>Creates and combines <see cref="Output{T}"/>s.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(OutputData<T>.Known(value));

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value)
        => new(OutputData<T>.Known(value) with { IsSecret = true });

    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.Create(value, isSecret: true);

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.WithSecretness(Task.FromResult(true));
    }

    /// <summary>A copy of <paramref name="output"/> that is not secret; the original stays as it is.</summary>
    public static Output<T> Unsecret<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.WithSecretness(Task.FromResult(false));
    }

    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.Data.ConfigureAwait(false)).IsSecret;
    }

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All((IEnumerable<Input<T>>)inputs);

    /// <summary>All the values in one array: unknown when one is unknown, secret when one is secret.</summary>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs)
        => All(inputs.Select(input => (Output<T>)input));

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All((IEnumerable<Output<T>>)outputs);

    /// <inheritdoc cref="All{T}(IEnumerable{Input{T}})"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
    {
        // The sequence is walked now: it is the caller's, and may have changed by the time the values are here.
        var sources = outputs.ToArray();
        return new Output<ImmutableArray<T>>(GatherAsync());

        async Task<OutputData<ImmutableArray<T>>> GatherAsync()
        {
            var values = ImmutableArray.CreateBuilder<T>(sources.Length);
            var all = OutputData<ImmutableArray<T>>.Known([]);
            foreach (var source in sources)
            {
                var data = await source.Data.ConfigureAwait(false);
                values.Add(data.Value);
                all = all.DerivedFrom(data);
            }

            return all with { Value = values.MoveToImmutable() };
        }
    }

    /// <summary>Formats an interpolated string whose holes may be inputs and outputs.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        ArgumentNullException.ThrowIfNull(formattableString);
        return Join(
                [.. formattableString.GetArguments().Select(ToUntyped)],
                values => values)
            .Apply(values => string.Format(CultureInfo.CurrentCulture, formattableString.Format, values));
    }

    private static IOutput ToUntyped(object? value) => value switch
    {
        IInput input => input.ToOutput(),
        IOutput output => output,
        _ => Create(value),
    };

    /// <summary>Awaits outputs of different types and builds one value from theirs, known or not.</summary>
    private static Output<TResult> Join<TResult>(IOutput[] outputs, Func<object?[], TResult> build)
    {
        return new Output<TResult>(GatherAsync());

        async Task<OutputData<TResult>> GatherAsync()
        {
            var values = new object?[outputs.Length];
            var all = OutputData<object?>.Known(null);
            for (var i = 0; i < outputs.Length; i++)
            {
                var data = await outputs[i].GetDataAsync().ConfigureAwait(false);
                values[i] = data.Value;
                all = all.DerivedFrom(data);
            }

            return all.With(build(values));
        }
    }
}
