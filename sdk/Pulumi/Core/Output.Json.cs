using System.Text.Json;

namespace Pulumi;

public static partial class Output
{
    /// <summary>
    /// The value as JSON text. Outputs and inputs inside the value are written as their own values; one that is unknown
    /// makes the text unknown, one that is secret makes it secret.
    /// </summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<string>(WriteAsync());

        async Task<OutputData<string>> WriteAsync()
        {
            var data = await value.Data.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return data.With("");
            }

            var nested = new OutputJsonConverter(data.With<object?>(null));
            var text = JsonSerializer.Serialize(data.Value, nested.AddedTo(options));
            return nested.Seen.IsKnown ? nested.Seen.With(text) : nested.Seen.With("");
        }
    }

    /// <summary>Reads JSON text. Outputs inside the result are known, and secret when the text is.</summary>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new Output<T>(ReadAsync());

        async Task<OutputData<T>> ReadAsync()
        {
            var data = await json.Data.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return data.With(default(T)!);
            }

            var nested = new OutputJsonConverter(data.With<object?>(null));
            return data.With(JsonSerializer.Deserialize<T>(data.Value, nested.AddedTo(options))!);
        }
    }
}
