namespace Infra.Automation.Cost;

/// <summary>A price of the table.</summary>
/// <param name="Amount">The price of one unit, in the table's currency, before taxes and discounts.</param>
/// <param name="Unit"><c>hour</c>, or what is paid for once a month: <c>month</c> or <c>GB-month</c>.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Derived">Whether nobody published it for the region: it follows from another region's price.</param>
public sealed record Price(decimal Amount, string Unit, string Source, bool Derived = false);
