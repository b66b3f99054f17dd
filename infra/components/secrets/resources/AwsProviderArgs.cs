namespace Infra.Components.Secrets.Resources;

/// <summary>Secrets Manager in a region.</summary>
internal sealed class AwsProviderArgs : ResourceArgs
{
    [Input("service")]
    public Input<string> Service { get; } = "SecretsManager";

    [Input("region", required: true)]
    public required Input<string> Region { get; init; }
}
