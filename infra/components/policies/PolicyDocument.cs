using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Components.Policies;

/// <summary>
/// An IAM policy. Its JSON has one form: members in ordinal order, actions sorted, always lists, no spaces.
/// </summary>
/// <param name="Statements">Its statements, in the order in which they are written.</param>
public sealed record PolicyDocument(params IReadOnlyList<PolicyStatement> Statements)
{
    private const string Version = "2012-10-17";

    private static readonly JsonWriterOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The policy as canonical JSON.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, _plain))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("Statement");
            foreach (var statement in Statements)
            {
                Write(writer, statement);
            }

            writer.WriteEndArray();
            writer.WriteString("Version", Version);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, PolicyStatement statement)
    {
        writer.WriteStartObject();
        if (statement.Actions.Count > 0)
        {
            Write(writer, "Action", statement.Actions);
        }

        if (statement.Conditions.Count > 0)
        {
            Write(writer, statement.Conditions);
        }

        writer.WriteString("Effect", statement.Effect.ToString());
        if (statement.NotActions.Count > 0)
        {
            Write(writer, "NotAction", statement.NotActions);
        }

        if (statement.Principal is { } principal)
        {
            writer.WriteStartObject("Principal");
            Write(writer, principal.Kind, principal.Ids);
            writer.WriteEndObject();
        }

        if (statement.Resources.Count > 0)
        {
            Write(writer, "Resource", statement.Resources);
        }

        writer.WriteString("Sid", statement.Sid);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<PolicyCondition> conditions)
    {
        writer.WriteStartObject("Condition");
        var groups = conditions.GroupBy(condition => condition.Operator);
        foreach (var group in groups.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            writer.WriteStartObject(group.Key);
            foreach (var condition in group.OrderBy(condition => condition.Key, StringComparer.Ordinal))
            {
                Write(writer, condition.Key, condition.Values);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values.Order(StringComparer.Ordinal))
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }
}
