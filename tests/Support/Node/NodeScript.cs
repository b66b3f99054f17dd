using System.Text.Json;

namespace Tests.Support.Node;

/// <summary>
/// A script of <c>tests/node</c>: it reads one JSON document from standard input and writes one to standard output. One
/// call for many cases: starting Node is what costs.
/// </summary>
/// <param name="name">The script's file in <c>tests/node</c>, such as <c>schema.mjs</c>.</param>
public sealed class NodeScript(string name)
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task> _installed = new(NodePackages.InstallAsync);

    /// <summary>Runs the script; the packages are installed before where they are not yet.</summary>
    /// <exception cref="InvalidOperationException">The script failed: with what it said.</exception>
    public async Task<JsonElement> RunAsync<T>(T input)
    {
        await _installed.Value;
        var script = Checkout.PathOf($"tests/node/{name}");
        var output = await NodeProgram.RunAsync(
            "node", [script], Checkout.Root, JsonSerializer.Serialize(input, JsonSerializerOptions.Web), _limit);
        return JsonElement.Parse(output);
    }
}
