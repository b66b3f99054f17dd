namespace Pulumi.Automation.Commands.Exceptions;

/// <summary>The stack to create exists already.</summary>
public class StackAlreadyExistsException : CommandException
{
    internal StackAlreadyExistsException()
    {
    }
}
