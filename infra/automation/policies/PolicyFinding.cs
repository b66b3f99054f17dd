using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Infra.Automation.Policies;

/// <summary>A place in a graph that does not keep to a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Stack">The stack, <c>ENVIRONMENT.LAYER</c>.</param>
/// <param name="Urn">The resource.</param>
/// <param name="Type">The resource's type token.</param>
/// <param name="Name">The resource's name in the program.</param>
/// <param name="Path">The property, or what is missing.</param>
/// <param name="Found">What is there instead.</param>
public sealed record PolicyFinding(
    [property: JsonIgnore] PolicyRule Rule,
    string Stack,
    string Urn,
    string Type,
    string Name,
    string Path,
    string Found)
{
    /// <summary>Id of the rule.</summary>
    [JsonPropertyName("rule")]
    public string RuleId => Rule.Id;

    /// <summary>How much it matters.</summary>
    public PolicySeverity Severity => Rule.Severity;

    /// <summary>What should be.</summary>
    public string Title => Rule.Title;

    /// <summary>Why.</summary>
    public string Reason => Rule.Reason;

    /// <summary>What to change.</summary>
    public string Remedy => Rule.Remedy;

    /// <summary>The controls that it weakens.</summary>
    public ImmutableArray<string> Controls => Rule.Controls;

    /// <summary>What a suppression's pattern is compared with: <c>ENVIRONMENT.LAYER/NAME</c>.</summary>
    [JsonIgnore]
    public string Place => $"{Stack}/{Name}";
}
