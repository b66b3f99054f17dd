namespace Infra.Components.Secrets.Vault.Values;

/// <summary>A volume of each replica.</summary>
internal sealed record StorageValues(string Size, string StorageClass)
{
    public bool Enabled { get; } = true;
}
