namespace Pulumi.Automation.Events;

/// <summary>A message of the engine or a provider.</summary>
public class DiagnosticEvent
{
    internal DiagnosticEvent()
    {
    }

    public string? Urn => throw Bundled.Refusal();

    public string? Prefix => throw Bundled.Refusal();

    public string Message => throw Bundled.Refusal();

    public string Color => throw Bundled.Refusal();

    public string Severity => throw Bundled.Refusal();

    public string? StreamId => throw Bundled.Refusal();

    public bool? Ephemeral => throw Bundled.Refusal();
}
