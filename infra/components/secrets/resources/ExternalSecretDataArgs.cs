namespace Infra.Components.Secrets.Resources;

/// <summary>One key of the copy.</summary>
internal sealed class ExternalSecretDataArgs : ResourceArgs
{
    [Input("secretKey", required: true)]
    public required Input<string> SecretKey { get; init; }

    [Input("remoteRef", required: true)]
    public required Input<RemoteRefArgs> RemoteRef { get; init; }
}
