namespace Infra.Automation.State;

/// <summary>Something that was about to be done.</summary>
/// <param name="Kind">What.</param>
/// <param name="Resource">To which resource; for a creation, what it would become.</param>
internal sealed record Intent(IntentKind Kind, StateResource Resource);
