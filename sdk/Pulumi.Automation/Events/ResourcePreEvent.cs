namespace Pulumi.Automation.Events;

/// <summary>A step begins.</summary>
public class ResourcePreEvent
{
    internal ResourcePreEvent()
    {
    }

    public StepEventMetadata Metadata => throw Bundled.Refusal();

    public bool? Planning => throw Bundled.Refusal();
}
