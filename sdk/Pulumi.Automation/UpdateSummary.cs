using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>An operation in the history.</summary>
public sealed class UpdateSummary
{
    internal UpdateSummary()
    {
    }

    public UpdateKind Kind => throw Bundled.Refusal();

    public DateTimeOffset StartTime => throw Bundled.Refusal();

    public string Message => throw Bundled.Refusal();

    public IImmutableDictionary<string, string> Environment => throw Bundled.Refusal();

    public IImmutableDictionary<string, ConfigValue> Config => throw Bundled.Refusal();

    public UpdateState Result => throw Bundled.Refusal();

    public DateTimeOffset EndTime => throw Bundled.Refusal();

    public int? Version => throw Bundled.Refusal();

    public string? Deployment => throw Bundled.Refusal();

    public IImmutableDictionary<OperationType, int>? ResourceChanges => throw Bundled.Refusal();
}
