using System.Collections;
using System.Collections.Immutable;

namespace Infra.Stacks.Layers;

/// <summary>The outputs of another layer's stack, with their types. A value of another type fails the program.</summary>
/// <param name="stack">The stack.</param>
public sealed class LayerOutputs(StackReference stack)
{
    /// <summary>A text.</summary>
    public Output<string> Text(string name) => stack.RequireOutput(name).Apply(value => Text(value, name));

    /// <summary>A text in a map of texts.</summary>
    public Output<string> Text(string name, string key) => stack.RequireOutput(name).Apply(value =>
        Map(value, name).TryGetValue(key, out var found) ? found : throw new InvalidOperationException(
            $"The layer's output '{name}' has no '{key}'; it has {string.Join(", ", Map(value, name).Keys.Order())}."));

    /// <summary>A list of texts.</summary>
    public Output<ImmutableArray<string>> Texts(string name) => stack.RequireOutput(name).Apply(value =>
        value is IEnumerable items and not string
            ? items.Cast<object?>().Select(item => Text(item, name)).ToImmutableArray()
            : throw Unexpected(name, "a list of texts", value));

    /// <summary>A map of texts.</summary>
    public Output<ImmutableDictionary<string, string>> Map(string name) =>
        stack.RequireOutput(name).Apply(value => Map(value, name));

    private static string Text(object? value, string name) =>
        value as string ?? throw Unexpected(name, "a text", value);

    private static ImmutableDictionary<string, string> Map(object? value, string name) =>
        value is ImmutableDictionary<string, object> members
            ? members.ToImmutableDictionary(member => member.Key, member => Text(member.Value, name))
            : throw Unexpected(name, "a map of texts", value);

    private static InvalidOperationException Unexpected(string name, string expected, object? found) =>
        new($"The layer's output '{name}' should hold {expected}, and holds {found?.GetType().Name ?? "nothing"}: "
            + "apply the layer that makes it again.");
}
