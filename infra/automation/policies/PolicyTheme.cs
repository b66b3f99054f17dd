namespace Infra.Automation.Policies;

/// <summary>What a group of rules is about.</summary>
/// <param name="Code">The middle of its rules' ids.</param>
/// <param name="Title">Its heading.</param>
public sealed record PolicyTheme(string Code, string Title);
