using System.Collections.Immutable;

namespace Pulumi.Automation.Events;

/// <summary>An operation begins.</summary>
public class PreludeEvent
{
    internal PreludeEvent()
    {
    }

    public IImmutableDictionary<string, string> Config => throw Bundled.Refusal();
}
