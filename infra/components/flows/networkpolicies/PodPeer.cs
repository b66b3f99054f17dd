namespace Infra.Components.Flows.NetworkPolicies;

/// <summary>Pods with all of some labels in one namespace.</summary>
/// <param name="Namespace">The namespace, known by its <c>kubernetes.io/metadata.name</c> label.</param>
/// <param name="Labels">The labels.</param>
public sealed record PodPeer(string Namespace, IReadOnlyDictionary<string, string> Labels) : PolicyPeer
{
    /// <inheritdoc/>
    internal override string Key => $"pods {Namespace} "
        + string.Join(',', Labels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}"));
}
