using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>Reads and writes the outputs and inputs inside a value, and remembers what it has seen of them.</summary>
internal sealed class OutputJsonConverter : JsonConverterFactory
{
    private readonly OutputData<object?> _source;

    public OutputJsonConverter(OutputData<object?> source) => Seen = _source = source;

    /// <summary>What the value around the outputs carries, and all that was met inside it.</summary>
    public OutputData<object?> Seen { get; private set; }

    public JsonSerializerOptions AddedTo(JsonSerializerOptions? options)
    {
        var added = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
        added.Converters.Add(this);
        return added;
    }

    public override bool CanConvert(Type typeToConvert)
        => typeToConvert.IsGenericType
            && typeToConvert.GetGenericTypeDefinition() is var definition
            && (definition == typeof(Output<>) || definition == typeof(Input<>));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var definition = typeToConvert.GetGenericTypeDefinition() == typeof(Output<>)
            ? typeof(OfOutput<>)
            : typeof(OfInput<>);
        return (JsonConverter)Activator.CreateInstance(
            definition.MakeGenericType(typeToConvert.GenericTypeArguments), [this])!;
    }

    private Output<T> Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
        => new(_source.With(JsonSerializer.Deserialize<T>(ref reader, options)!));

    private void Write<T>(Utf8JsonWriter writer, Output<T> output, JsonSerializerOptions options)
    {
        // A JSON converter cannot be asynchronous. The wait is safe: it is done on a thread that no output needs.
        var data = output.Data.GetAwaiter().GetResult();
        Seen = Seen.DerivedFrom(data);
        if (data.IsKnown)
        {
            JsonSerializer.Serialize(writer, data.Value, options);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private sealed class OfOutput<T>(OutputJsonConverter owner) : JsonConverter<Output<T>>
    {
        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => owner.Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options)
            => owner.Write(writer, value, options);
    }

    private sealed class OfInput<T>(OutputJsonConverter owner) : JsonConverter<Input<T>>
    {
        public override Input<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => owner.Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, Input<T> value, JsonSerializerOptions options)
            => owner.Write<T>(writer, value, options);
    }
}
