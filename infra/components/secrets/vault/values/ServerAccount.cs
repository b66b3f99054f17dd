namespace Infra.Components.Secrets.Vault.Values;

/// <summary>The server's service account, and its right to label its own pods.</summary>
internal sealed record ServerAccount(string Name)
{
    /// <summary>False.</summary>
    public bool Create { get; }

    /// <summary>The chart gives the right with an account of its own only: it is given beside the release.</summary>
    public Switch ServiceDiscovery { get; } = new(false);
}
