namespace Pulumi.Automation.Events;

/// <summary>The operation was cancelled.</summary>
public class CancelEvent
{
    internal CancelEvent()
    {
    }
}
