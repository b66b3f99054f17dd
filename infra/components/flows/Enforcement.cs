using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Components.Flows;

/// <summary>Rendered policies do nothing until the VPC CNI add-on is told to enforce them.</summary>
public static class Enforcement
{
    private const string Mode = "NETWORK_POLICY_ENFORCING_MODE";

    /// <summary>The add-on's configuration that enforces policies from a pod's first packet on.</summary>
    public const string ConfigurationValues =
        """{"enableNetworkPolicy":"true","env":{"NETWORK_POLICY_ENFORCING_MODE":"strict"}}""";

    /// <summary>A sentence for each reason why policies would not be enforced; none when they are.</summary>
    /// <param name="configurationValues">
    /// The <c>ConfigurationValues</c> of the <c>vpc-cni</c> add-on; null where it has none, or where there is no
    /// add-on.
    /// </param>
    public static IReadOnlyList<string> Findings(string? configurationValues)
    {
        if (configurationValues is null)
        {
            return ["The add-on 'vpc-cni' has no configuration values, so no network policy is enforced: set "
                + $"'{ConfigurationValues}'."];
        }

        try
        {
            return JsonNode.Parse(configurationValues) is JsonObject values
                ? [.. Switch(values["enableNetworkPolicy"]), .. Strictness((values["env"] as JsonObject)?[Mode])]
                : [NotAnObject(configurationValues)];
        }
        catch (JsonException)
        {
            return [NotAnObject(configurationValues)];
        }
    }

    private static string NotAnObject(string found) =>
        $"The configuration values of the add-on 'vpc-cni' are '{found}', which is no JSON object: set "
            + $"'{ConfigurationValues}'.";

    private static IEnumerable<string> Switch(JsonNode? value)
    {
        if (Text(value) is not "true")
        {
            yield return $"The add-on 'vpc-cni' has 'enableNetworkPolicy' {Found(value)}, so no network policy is "
                + "enforced: set the string \"true\".";
        }
    }

    private static IEnumerable<string> Strictness(JsonNode? value)
    {
        if (Text(value) is not "strict")
        {
            yield return $"The add-on 'vpc-cni' has '{Mode}' {Found(value)}, so a new pod is open until its policies "
                + "arrive: set \"strict\" under 'env'.";
        }
    }

    private static string? Text(JsonNode? value) =>
        value is JsonValue scalar && scalar.TryGetValue(out string? text) ? text : null;

    private static string Found(JsonNode? value) => value is null ? "absent" : $"at '{value.ToJsonString()}'";
}
