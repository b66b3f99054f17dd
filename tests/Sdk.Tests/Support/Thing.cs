using Pulumi;

namespace Sdk.Tests.Support;

/// <summary>A resource with a little of everything.</summary>
public sealed class Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource(TypeToken, name, args ?? new ThingArgs(), options)
{
    public const string TypeToken = "test:index:Thing";

    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    [Output("count")]
    public Output<int> Count { get; private set; } = null!;
}
