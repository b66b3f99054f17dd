namespace Infra.Components.Flows;

/// <summary>Declared flows that cannot be rendered. The message is a line for each problem.</summary>
public sealed class FlowModelException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>What is wrong, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
