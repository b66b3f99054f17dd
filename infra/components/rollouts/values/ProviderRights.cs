namespace Infra.Components.Rollouts.Values;

/// <summary>Rights on objects of traffic routers. A canary here is a share of the pods: it needs none.</summary>
internal sealed record ProviderRights
{
    /// <summary>False.</summary>
    public bool Enabled { get; }
}
