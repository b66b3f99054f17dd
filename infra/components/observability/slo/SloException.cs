namespace Infra.Components.Observability.Slo;

/// <summary>The declarations cannot be rendered. The message is a sentence for each problem.</summary>
public sealed class SloException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>What is wrong, one sentence each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
