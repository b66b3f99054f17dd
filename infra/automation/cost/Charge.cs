namespace Infra.Automation.Cost;

/// <summary>Something that a resource makes one pay for, while it is there.</summary>
/// <param name="Item">What: a key of the price table.</param>
/// <param name="Count">How many at once: instances, gigabytes, keys.</param>
internal sealed record Charge(string Item, decimal Count = 1);
