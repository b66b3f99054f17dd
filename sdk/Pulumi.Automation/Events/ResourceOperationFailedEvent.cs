namespace Pulumi.Automation.Events;

/// <summary>A step failed.</summary>
public class ResourceOperationFailedEvent
{
    internal ResourceOperationFailedEvent()
    {
    }

    public StepEventMetadata Metadata => throw Bundled.Refusal();

    public int Status => throw Bundled.Refusal();

    public int Steps => throw Bundled.Refusal();
}
