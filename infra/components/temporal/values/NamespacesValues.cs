namespace Infra.Components.Temporal.Values;

/// <summary><c>server.config.namespaces</c>: those that the chart's job makes where they are missing.</summary>
internal sealed record NamespacesValues(IReadOnlyList<NamespaceValues> Namespace)
{
    public bool Create { get; } = true;
}
