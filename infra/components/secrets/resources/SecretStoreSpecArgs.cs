namespace Infra.Components.Secrets.Resources;

/// <summary>What a SecretStore is.</summary>
internal sealed class SecretStoreSpecArgs : ResourceArgs
{
    [Input("provider", required: true)]
    public required Input<SecretStoreProviderArgs> Provider { get; init; }
}
