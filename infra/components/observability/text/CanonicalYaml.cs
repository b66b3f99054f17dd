using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Infra.Components.Observability.Text;

/// <summary>
/// JSON as YAML that people review: keys in the order given, every text quoted, texts over several lines as blocks. One
/// tree has one text. YamlDotNet's emitter does the escaping; its serializer is not used, because it decides by itself
/// which texts to quote.
/// </summary>
public static partial class CanonicalYaml
{
    /// <summary>Writes one document that ends with a line feed.</summary>
    public static string Write(JsonNode? document)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(text, EmitterSettings.Default.WithBestWidth(int.MaxValue).WithNewLine("\n"));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Node(emitter, document);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Node(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject { Count: 0 }:
                emitter.Emit(new MappingStart(null, null, isImplicit: true, MappingStyle.Flow));
                emitter.Emit(new MappingEnd());
                break;
            case JsonObject map:
                emitter.Emit(new MappingStart(null, null, isImplicit: true, MappingStyle.Block));
                foreach (var (key, value) in map)
                {
                    emitter.Emit(PlainKey().IsMatch(key) ? Plain(key) : Quoted(key));
                    Node(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray list:
                emitter.Emit(new SequenceStart(
                    null, null, isImplicit: true, list.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list)
                {
                    Node(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                emitter.Emit(Quoted(value.GetValue<string>()));
                break;
            case JsonValue value:
                emitter.Emit(Plain(value.ToJsonString()));
                break;
            default:
                emitter.Emit(Plain("null"));
                break;
        }
    }

    private static Scalar Plain(string text) =>
        new(null, null, text, ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false);

    private static Scalar Quoted(string text) =>
        new(null, null, text, Style(text), isPlainImplicit: false, isQuotedImplicit: true);

    /// <summary>
    /// A block keeps only plain lines as they are; whatever else holds a line feed or a control character is escaped.
    /// </summary>
    private static ScalarStyle Style(string text) => BlockText().IsMatch(text) ? ScalarStyle.Literal
        : PlainLine().IsMatch(text) ? ScalarStyle.SingleQuoted
        : ScalarStyle.DoubleQuoted;

    /// <summary>Words that no YAML reader takes for anything else than a text.</summary>
    [GeneratedRegex(@"\A(?!(?:true|false|null|yes|no|on|off|y|n)\z)[A-Za-z_][A-Za-z0-9_]*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlainKey();

    [GeneratedRegex(@"\A(?:[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?\n){2,}\z")]
    private static partial Regex BlockText();

    [GeneratedRegex(@"\A[\x20-\x7e]*\z")]
    private static partial Regex PlainLine();
}
