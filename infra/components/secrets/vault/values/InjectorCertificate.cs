namespace Infra.Components.Secrets.Vault.Values;

/// <summary>The Secret of the webhook's certificate.</summary>
internal sealed record InjectorCertificate(string SecretName);
