namespace Pulumi.Automation.Events;

/// <summary>A step ended.</summary>
public class ResourceOutputsEvent
{
    internal ResourceOutputsEvent()
    {
    }

    public StepEventMetadata Metadata => throw Bundled.Refusal();

    public bool? Planning => throw Bundled.Refusal();
}
