namespace Infra.Components.Secrets.Resources;

/// <summary>A store of the same namespace.</summary>
internal sealed class StoreRefArgs : ResourceArgs
{
    [Input("kind")]
    public Input<string> Kind { get; } = "SecretStore";

    [Input("name", required: true)]
    public required Input<string> Name { get; init; }
}
