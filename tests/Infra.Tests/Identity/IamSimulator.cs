using Tests.Support.Node;

namespace Infra.Tests.Identity;

/// <summary>Asks somebody else's implementation of IAM, once for all requests of a test.</summary>
internal static class IamSimulator
{
    private static readonly NodeScript _script = new("iam.mjs");

    /// <summary>Whether each request is allowed, in the order of the requests.</summary>
    public static async Task<IReadOnlyList<bool>> AreAllowedAsync(IEnumerable<IamRequest> requests) =>
        [.. (await _script.RunAsync(requests)).EnumerateArray().Select(answer => answer.GetString() switch
        {
            "Allowed" => true,
            "ExplicitlyDenied" or "ImplicitlyDenied" => false,
            var other => throw new InvalidOperationException($"The simulator answered '{other}'."),
        })];
}
