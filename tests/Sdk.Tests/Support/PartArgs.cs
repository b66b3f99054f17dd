using Pulumi;

namespace Sdk.Tests.Support;

public sealed class PartArgs : ResourceArgs
{
    [Input("partName", required: true)]
    public Input<string>? Name { get; set; }

    [Input("size")]
    public Input<int>? Size { get; set; }
}
