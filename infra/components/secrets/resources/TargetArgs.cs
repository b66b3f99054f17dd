namespace Infra.Components.Secrets.Resources;

/// <summary>The Secret that is made. Owned by the ExternalSecret, and gone with it.</summary>
internal sealed class TargetArgs : ResourceArgs
{
    [Input("name", required: true)]
    public required Input<string> Name { get; init; }

    [Input("creationPolicy")]
    public Input<string> CreationPolicy { get; } = "Owner";
}
