using Infra.Components.Observability.Promql;

namespace Infra.Components.Observability.Slo;

/// <summary>A speed at which an error budget is used up, and how it is noticed.</summary>
/// <param name="BudgetShare">The share of the whole budget that is gone after <paramref name="LongWindow"/> at this
/// speed.</param>
/// <param name="LongWindow">The window that shows that it matters.</param>
/// <param name="ShortWindow">The window that shows that it still goes on, so that the alert ends soon after the trouble
/// does.</param>
/// <param name="Urgent">Whether it is worth waking somebody.</param>
public sealed record BurnRate(decimal BudgetShare, PromDuration LongWindow, PromDuration ShortWindow, bool Urgent)
{
    /// <summary>
    /// The four of the SRE workbook (chapter 5, "Multiwindow, Multi-Burn-Rate Alerts"): over 30 days they are 14.4, 6,
    /// 3 and 1 times the speed that would just use up the budget.
    /// </summary>
    public static IReadOnlyList<BurnRate> All { get; } =
    [
        new(0.02m, PromDuration.Hours(1), PromDuration.Minutes(5), Urgent: true),
        new(0.05m, PromDuration.Hours(6), PromDuration.Minutes(30), Urgent: true),
        new(0.10m, PromDuration.Days(1), PromDuration.Hours(2), Urgent: false),
        new(0.10m, PromDuration.Days(3), PromDuration.Hours(6), Urgent: false),
    ];

    /// <summary>Every window an alert looks at, rising: 5m, 30m, 1h, 2h, 6h, 1d, 3d.</summary>
    public static IReadOnlyList<PromDuration> Windows { get; } =
        [.. All.SelectMany(b => new[] { b.ShortWindow, b.LongWindow }).Distinct().Order()];

    /// <summary>How many times faster than just using up the budget over the window.</summary>
    public decimal Factor(PromDuration window) => BudgetShare * window.Length.Ticks / LongWindow.Length.Ticks;
}
