using System.Globalization;

namespace Infra.Stacks.Environments;

/// <summary>One thing that is wrong in an environment file.</summary>
/// <param name="File">The file, as it was asked for.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Sentence">What was found and what is allowed.</param>
public sealed record EnvironmentProblem(string File, long Line, long Column, string Sentence)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Sentence}");
}
