using System.Text.Json;

namespace Pulumi.Automation;

/// <summary>A stack's state.</summary>
public sealed class StackDeployment
{
    internal StackDeployment()
    {
    }

    public int Version => throw Bundled.Refusal();

    public JsonElement Json => throw Bundled.Refusal();

    public static StackDeployment FromJsonString(string jsonString) => throw Bundled.Refusal();
}
