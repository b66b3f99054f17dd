using System.Text.Json;
using Infra.Automation.Json;

namespace Infra.Automation.State.Checks;

/// <summary>
/// Whether a checkpoint agrees with itself, as the engine's own check asks when it reads one: each resource after its
/// provider, its parent and what it depends on, no live resource twice, an id on everything that exists.
/// </summary>
internal static class CheckpointCheck
{
    public static IEnumerable<StateFault> Run(string file)
    {
        var snapshot = CheckpointFile.Read(file);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var live = new HashSet<string>(StringComparer.Ordinal);
        var all = snapshot.Items("resources").SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);
        foreach (var resource in snapshot.Items("resources"))
        {
            foreach (var sentence in Problems(resource, known, live, all))
            {
                yield return new(file, Contradicts: true, sentence);
            }

            known.UnionWith(NamesOf(resource));
        }

        foreach (var pending in snapshot.Items("pending_operations"))
        {
            yield return new(
                file,
                Contradicts: false,
                $"'{pending.At("resource.urn").AsText()}' was {pending.Text("type")} when a run was killed: nobody "
                    + "knows whether it was done. Look in the cloud, then `pulumi refresh`.");
        }
    }

    private static IEnumerable<string> Problems(
        JsonElement resource, HashSet<string> known, HashSet<string> live, HashSet<string> all)
    {
        var urn = UrnOf(resource);
        if (!urn.StartsWith("urn:pulumi:", StringComparison.Ordinal) || urn.Split("::", 4) is not [_, _, var chain, _])
        {
            yield return $"a resource has the URN '{urn}', which is none.";
            yield break;
        }

        if (!resource.At("delete").IsTrue() && !live.Add(urn))
        {
            yield return $"'{urn}' is in it twice.";
        }

        if (chain.Split('$')[^1] != resource.Text("type"))
        {
            yield return $"'{urn}' has the type '{resource.Text("type")}', which is not the one in its URN.";
        }

        if (resource.At("custom").IsTrue() && resource.Text("id") is not { Length: > 0 })
        {
            yield return $"'{urn}' has no id.";
        }

        foreach (var (what, needed) in Needs(resource).Where(need => !known.Contains(need.Urn)))
        {
            yield return all.Contains(needed)
                ? $"'{urn}' comes before its {what} '{needed}'."
                : $"'{urn}' names the {what} '{needed}', which is not in it.";
        }
    }

    private static IEnumerable<(string What, string Urn)> Needs(JsonElement resource)
    {
        if (resource.Text("parent") is { Length: > 0 } parent)
        {
            yield return ("parent", parent);
        }

        if (resource.Text("provider") is { Length: > 0 } provider)
        {
            yield return ("provider", provider);
        }

        if (resource.Text("deletedWith") is { Length: > 0 } deletedWith)
        {
            yield return ("deletedWith", deletedWith);
        }

        foreach (var dependency in resource.Items("dependencies")
            .Concat(resource.At("propertyDependencies") is { ValueKind: JsonValueKind.Object } properties
                ? properties.EnumerateObject().SelectMany(p => p.Value is { ValueKind: JsonValueKind.Array } urns
                    ? [.. urns.EnumerateArray()] : Array.Empty<JsonElement>())
                : [])
            .Select(item => item.GetString())
            .OfType<string>()
            .Distinct(StringComparer.Ordinal))
        {
            yield return ("dependency", dependency);
        }
    }

    /// <summary>How others name a resource; a provider is named with its id.</summary>
    private static IEnumerable<string> NamesOf(JsonElement resource) =>
        [UrnOf(resource), $"{UrnOf(resource)}::{resource.Text("id")}"];

    private static string UrnOf(JsonElement resource) => resource.Text("urn") ?? "";
}
