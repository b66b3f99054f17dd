namespace Pulumi.Automation.Commands.Exceptions;

/// <summary>The Pulumi CLI failed.</summary>
public class CommandException : Exception
{
    internal CommandException()
    {
    }

    public string Name => throw Bundled.Refusal();
}
