namespace Pulumi;

/// <summary>Arguments of <see cref="Stash"/>.</summary>
public sealed class StashArgs : ResourceArgs
{
    [Input("input", required: true)]
    public Input<object> Input { get; set; } = null!;
}
