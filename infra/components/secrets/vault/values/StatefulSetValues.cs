namespace Infra.Components.Secrets.Vault.Values;

/// <summary><c>server.statefulSet</c>.</summary>
internal sealed record StatefulSetValues
{
    public SecurityValues SecurityContext { get; } = new();
}
