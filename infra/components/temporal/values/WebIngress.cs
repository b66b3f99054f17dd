namespace Infra.Components.Temporal.Values;

/// <summary>The way in from outside: none.</summary>
internal sealed record WebIngress
{
    /// <summary>False.</summary>
    public bool Enabled { get; }
}
