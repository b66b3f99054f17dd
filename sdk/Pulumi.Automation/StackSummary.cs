namespace Pulumi.Automation;

/// <summary>A stack in a list.</summary>
public class StackSummary
{
    internal StackSummary()
    {
    }

    public string Name => throw Bundled.Refusal();

    public bool IsCurrent => throw Bundled.Refusal();

    public DateTimeOffset? LastUpdate => throw Bundled.Refusal();

    public bool IsUpdateInProgress => throw Bundled.Refusal();

    public int? ResourceCount => throw Bundled.Refusal();

    public string? Url => throw Bundled.Refusal();
}
