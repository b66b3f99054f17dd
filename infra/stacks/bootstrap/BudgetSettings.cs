namespace Infra.Stacks.Bootstrap;

/// <summary>What an account may cost, in US dollars, as AWS bills.</summary>
/// <param name="Monthly">In a month.</param>
/// <param name="Anomaly">From how many unexpected dollars an anomaly is reported.</param>
/// <param name="Address">The mail address that is told.</param>
public sealed record BudgetSettings(int Monthly, int Anomaly, string Address);
