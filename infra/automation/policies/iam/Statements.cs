using System.Text.Json;
using Infra.Automation.Json;
using Infra.Automation.Rendering;

namespace Infra.Automation.Policies.Iam;

/// <summary>The policies in a graph: which inputs hold one, and what is in them.</summary>
internal static class Statements
{
    /// <summary>Policies on a resource: they say who may come.</summary>
    public static IReadOnlyDictionary<string, string> OnResources { get; } = new Dictionary<string, string>
    {
        [AwsTypes.BackupVaultPolicy] = "policy",
        [AwsTypes.BucketPolicy] = "policy",
        [AwsTypes.EcrRegistryPolicy] = "policy",
        [AwsTypes.EcrRepositoryPolicy] = "policy",
        [AwsTypes.EventBusPolicy] = "policy",
        [AwsTypes.Key] = "policy",
        [AwsTypes.KeyPolicy] = "policy",
        [AwsTypes.SecretPolicy] = "policy",
        [AwsTypes.TopicPolicy] = "policy",
    };

    /// <summary>Policies of an identity: they say what it may do.</summary>
    public static IReadOnlyDictionary<string, string> OfIdentities { get; } = new Dictionary<string, string>
    {
        [AwsTypes.Policy] = "policy",
        [AwsTypes.RolePolicy] = "policy",
    };

    public const string Trust = "assumeRolePolicy";

    /// <summary>The statements of the policy at a path; none where there is no policy or it cannot be read.</summary>
    public static IEnumerable<Statement> In(GraphResource resource, string path) =>
        resource.Text(path) is not { } text || Parse(text) is not { } document ? []
        : document.Member("Statement") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Select((statement, index) => Statement.Of(path, statement, index))
        : document.Member("Statement") is { } only ? [Statement.Of(path, only, 0)]
        : [];

    /// <summary>Each resource that has a policy of a kind, with its statements.</summary>
    public static IEnumerable<(GraphResource Resource, Statement Statement)> Each(
        PolicyContext context, IReadOnlyDictionary<string, string> kind) =>
        from pair in kind
        from resource in context.Each(pair.Key)
        from statement in In(resource, pair.Value)
        select (resource, statement);

    /// <summary>Each role, with the statements that say who may take it on.</summary>
    public static IEnumerable<(GraphResource Role, Statement Statement)> EachTrust(PolicyContext context) =>
        from role in context.Each(AwsTypes.Role)
        from statement in In(role, Trust)
        select (role, statement);

    /// <summary>Whether a text can be read as a policy.</summary>
    public static bool CanRead(string text) => Parse(text)?.Member("Statement") is not null;

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null; // A rule of its own reports what is no policy.
        }
    }
}
