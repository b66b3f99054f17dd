using System.Collections.Immutable;

namespace Pulumi.Automation.Events;

/// <summary>An operation ended.</summary>
public class SummaryEvent
{
    internal SummaryEvent()
    {
    }

    public bool MaybeCorrupt => throw Bundled.Refusal();

    public int DurationSeconds => throw Bundled.Refusal();

    public IImmutableDictionary<OperationType, int> ResourceChanges => throw Bundled.Refusal();

    public IImmutableDictionary<string, string> PolicyPacks => throw Bundled.Refusal();
}
