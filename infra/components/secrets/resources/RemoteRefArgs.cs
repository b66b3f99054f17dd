namespace Infra.Components.Secrets.Resources;

/// <summary>A member of a secret's JSON object.</summary>
internal sealed class RemoteRefArgs : ResourceArgs
{
    [Input("key", required: true)]
    public required Input<string> Key { get; init; }

    [Input("property", required: true)]
    public required Input<string> Property { get; init; }
}
