namespace Infra.Automation.Policies.Iam;

/// <summary>A test in a statement, as its JSON has it.</summary>
internal sealed record StatementCondition(string Operator, string Key, IReadOnlyList<string> Values);
