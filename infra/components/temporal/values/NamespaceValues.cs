namespace Infra.Components.Temporal.Values;

/// <summary>One of Temporal's namespaces.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Retention">
/// How long closed workflows stay, such as <c>30d</c>. Read when it is made, never after.
/// </param>
internal sealed record NamespaceValues(string Name, string Retention);
