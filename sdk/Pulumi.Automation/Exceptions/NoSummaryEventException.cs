namespace Pulumi.Automation.Exceptions;

/// <summary>An operation ended without a summary.</summary>
public sealed class NoSummaryEventException : MissingExpectedEventException
{
    internal NoSummaryEventException()
    {
    }
}
