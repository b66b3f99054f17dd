namespace Infra.Components.Ingress.Values;

/// <summary>Whether the controller may read every Secret of the cluster.</summary>
internal sealed record SecretsRights
{
    /// <summary>False.</summary>
    public bool AllowAllSecrets { get; }
}
