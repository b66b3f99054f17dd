namespace Infra.Components.Temporal.Values;

/// <summary>TLS to a store, verified in full: authority and name.</summary>
/// <param name="ServerName">The name in the database's certificate.</param>
/// <param name="CaFile">The authorities, where the volume is mounted.</param>
internal sealed record StoreTls(string ServerName, string CaFile)
{
    public bool Enabled { get; } = true;

    public bool EnableHostVerification { get; } = true;
}
