namespace Pulumi.Automation.Exceptions;

/// <summary>An operation ended without an event that every one has.</summary>
public class MissingExpectedEventException : Exception
{
    internal MissingExpectedEventException()
    {
    }

    public string Name => throw Bundled.Refusal();
}
