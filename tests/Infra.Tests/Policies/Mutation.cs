namespace Infra.Tests.Policies;

/// <summary>One way to break the graph of prod, and the one rule that must see it.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="What">What is done, in a few words.</param>
/// <param name="Break">Does it.</param>
internal sealed record Mutation(string Rule, string What, Action<GraphEdit> Break);
