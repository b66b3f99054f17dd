namespace Infra.Stacks.Environments;

/// <summary>
/// An environment cannot be read. The message is a line for each problem, with file, line and column.
/// </summary>
public sealed class EnvironmentFileException : Exception
{
    /// <summary>An environment file with problems in it.</summary>
    public EnvironmentFileException(IReadOnlyList<EnvironmentProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>An environment that has no file, or one that cannot be read at all.</summary>
    public EnvironmentFileException(string message, Exception? inner = null)
        : base(message, inner) => Problems = [];

    /// <summary>What is wrong, in the order of the file; empty where the file itself is missing.</summary>
    public IReadOnlyList<EnvironmentProblem> Problems { get; }
}
