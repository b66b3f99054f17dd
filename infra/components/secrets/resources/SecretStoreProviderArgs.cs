namespace Infra.Components.Secrets.Resources;

/// <summary>Whose secrets they are: AWS's.</summary>
internal sealed class SecretStoreProviderArgs : ResourceArgs
{
    [Input("aws", required: true)]
    public required Input<AwsProviderArgs> Aws { get; init; }
}
