namespace Pulumi.Automation.Events;

/// <summary>One event of an operation; exactly one of its event properties is set.</summary>
public class EngineEvent
{
    internal EngineEvent()
    {
    }

    public int Sequence => throw Bundled.Refusal();

    public int Timestamp => throw Bundled.Refusal();

    public CancelEvent? CancelEvent => throw Bundled.Refusal();

    public StandardOutputEngineEvent? StandardOutputEvent => throw Bundled.Refusal();

    public DiagnosticEvent? DiagnosticEvent => throw Bundled.Refusal();

    public PreludeEvent? PreludeEvent => throw Bundled.Refusal();

    public SummaryEvent? SummaryEvent => throw Bundled.Refusal();

    public ResourcePreEvent? ResourcePreEvent => throw Bundled.Refusal();

    public ResourceOutputsEvent? ResourceOutputsEvent => throw Bundled.Refusal();

    public ResourceOperationFailedEvent? ResourceOperationFailedEvent => throw Bundled.Refusal();

    public PolicyEvent? PolicyEvent => throw Bundled.Refusal();
}
