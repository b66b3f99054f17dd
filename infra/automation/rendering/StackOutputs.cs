using System.Reflection;
using System.Text.Json;
using Infra.Automation.Json;
using Pulumi;

namespace Infra.Automation.Rendering;

/// <summary>Reads the outputs that a stack declares.</summary>
internal static class StackOutputs
{
    /// <param name="stack">The stack, once its program has run.</param>
    /// <param name="unknown">The failure for an output that is not known.</param>
    public static async Task<JsonElement> ReadAsync(
        Stack stack, Func<string, IEnumerable<Resource>, RenderingException> unknown)
    {
        var outputs = new Dictionary<string, object?>();
        foreach (var property in stack.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (WireName.OfOutput(property) is { } name
                && property.GetValue(stack) is { } value
                && OutputProbe.Read(value) is { } reading)
            {
                var probe = await reading;
                outputs[name] = probe.IsSecret ? Placeholder.Secret
                    : probe.IsKnown ? probe.Value
                    : throw unknown(name, probe.Dependencies);
            }
        }

        return CanonicalJson.Of(outputs);
    }
}
