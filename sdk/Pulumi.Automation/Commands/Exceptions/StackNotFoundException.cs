namespace Pulumi.Automation.Commands.Exceptions;

/// <summary>The stack does not exist.</summary>
public class StackNotFoundException : CommandException
{
    internal StackNotFoundException()
    {
    }
}
