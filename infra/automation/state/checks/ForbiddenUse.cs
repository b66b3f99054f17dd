namespace Infra.Automation.State.Checks;

/// <summary>A flag or a variable that must not be used where nobody watches.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where it was found: a file and a line, or the environment.</param>
/// <param name="Reason">What it does.</param>
public sealed record ForbiddenUse(string Name, string Place, string Reason);
