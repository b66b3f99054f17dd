namespace Infra.Components.Secrets.Resources;

/// <summary>What is copied, from where and how often.</summary>
internal sealed class ExternalSecretSpecArgs : ResourceArgs
{
    /// <summary>As Go writes durations, such as <c>5m</c>.</summary>
    [Input("refreshInterval", required: true)]
    public required Input<string> RefreshInterval { get; init; }

    [Input("secretStoreRef", required: true)]
    public required Input<StoreRefArgs> SecretStoreRef { get; init; }

    [Input("target", required: true)]
    public required Input<TargetArgs> Target { get; init; }

    [Input("data", required: true)]
    public required InputList<ExternalSecretDataArgs> Data { get; init; }
}
