namespace Infra.Automation.Cost;

/// <summary>One priced part of a resource.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Urn">The resource.</param>
/// <param name="Resource">Its name in the program.</param>
/// <param name="Item">What is paid for: a key of the price table, such as <c>instance/m7i.large</c>.</param>
/// <param name="Quantity">How many of it are paid for in a month, in the price's unit.</param>
/// <param name="Unit">The price's unit, such as <c>hour</c>.</param>
/// <param name="UnitPrice">The price of one, in the table's currency.</param>
/// <param name="Derived">Whether the price was not published for the region but follows from another region's.</param>
/// <param name="Monthly">The price of a month, in the table's currency.</param>
public sealed record CostLine(
    string Layer,
    string Urn,
    string Resource,
    string Item,
    decimal Quantity,
    string Unit,
    decimal UnitPrice,
    bool Derived,
    decimal Monthly);
