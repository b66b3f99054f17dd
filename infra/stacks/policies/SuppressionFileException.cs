using Infra.Stacks.Environments;

namespace Infra.Stacks.Policies;

/// <summary>
/// The suppressions cannot be read. The message is a line for each problem, with file, line and column.
/// </summary>
public sealed class SuppressionFileException : Exception
{
    /// <summary>A file with problems in it.</summary>
    public SuppressionFileException(IReadOnlyList<EnvironmentProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>A file that cannot be read at all.</summary>
    public SuppressionFileException(string message, Exception? inner = null)
        : base(message, inner) => Problems = [];

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<EnvironmentProblem> Problems { get; }
}
