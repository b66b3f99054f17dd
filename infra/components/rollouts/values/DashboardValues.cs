namespace Infra.Components.Rollouts.Values;

/// <summary>A page that anybody who reaches it can promote and abort with: none.</summary>
internal sealed record DashboardValues
{
    /// <summary>False.</summary>
    public bool Enabled { get; }
}
