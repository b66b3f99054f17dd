using Pulumi;

namespace Sdk.Tests.Support;

/// <summary>A component that only holds what is made below it.</summary>
public sealed class Component(string name, ComponentResourceOptions? options = null)
    : ComponentResource(TypeToken, name, options)
{
    public const string TypeToken = "test:index:Component";
}
