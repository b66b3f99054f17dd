namespace Infra.Components.Ingress.Values;

/// <summary>Whether the controller may read every Secret of the cluster.</summary>
internal sealed record SecretsRights
{
    public bool AllowAllSecrets { get; }
}
