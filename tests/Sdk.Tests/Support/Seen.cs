using Pulumi;
using Pulumi.Utilities;

namespace Sdk.Tests.Support;

/// <summary>All that an output carries; the value is the type's default when it is unknown.</summary>
internal sealed record Seen<T>(T Value, bool IsKnown, bool IsSecret, string[] Dependencies);

internal static class Seen
{
    public static async Task<Seen<T>> OfAsync<T>(Output<T> output)
    {
        var dependencies = await OutputUtilities.GetDependenciesAsync(output);
        return new Seen<T>(
            await OutputUtilities.GetValueAsync(output),
            await OutputUtilities.GetIsKnownAsync(output),
            await Output.IsSecretAsync(output),
            [.. dependencies.Select(resource => resource.GetResourceName()).Order(StringComparer.Ordinal)]);
    }
}
