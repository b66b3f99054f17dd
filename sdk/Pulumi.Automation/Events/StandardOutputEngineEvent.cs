namespace Pulumi.Automation.Events;

/// <summary>A line of output.</summary>
public class StandardOutputEngineEvent
{
    internal StandardOutputEngineEvent()
    {
    }

    public string Message => throw Bundled.Refusal();

    public string Color => throw Bundled.Refusal();
}
