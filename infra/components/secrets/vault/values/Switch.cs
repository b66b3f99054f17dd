namespace Infra.Components.Secrets.Vault.Values;

/// <summary>Something that is there or not.</summary>
internal sealed record Switch(bool Enabled);
