namespace Pulumi.Automation.Events;

/// <summary>A policy was violated.</summary>
public class PolicyEvent
{
    internal PolicyEvent()
    {
    }

    public string? ResourceUrn => throw Bundled.Refusal();

    public string Message => throw Bundled.Refusal();

    public string Color => throw Bundled.Refusal();

    public string PolicyName => throw Bundled.Refusal();

    public string PolicyPackName => throw Bundled.Refusal();

    public string PolicyPackVersion => throw Bundled.Refusal();

    public string PolicyPackVersionTag => throw Bundled.Refusal();

    public string EnforcementLevel => throw Bundled.Refusal();
}
