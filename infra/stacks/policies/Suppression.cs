using System.Text.RegularExpressions;

namespace Infra.Stacks.Policies;

/// <summary>Somebody answers for findings of one rule, for a while.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Resource">
/// The resources it is about: <c>ENVIRONMENT.LAYER/NAME</c>, where <c>*</c> stands for any text within its half.
/// </param>
/// <param name="Owner">The team that answers.</param>
/// <param name="Reason">Why it is right for now.</param>
/// <param name="Ticket">Where it is going to be put right.</param>
/// <param name="Expires">The last day, in UTC, on which it covers anything.</param>
public sealed record Suppression(
    string Rule, string Resource, string Owner, string Reason, string Ticket, DateOnly Expires)
{
    /// <summary>Whether it is about a finding.</summary>
    /// <param name="rule">Id of the finding's rule.</param>
    /// <param name="place">The finding's resource as <c>ENVIRONMENT.LAYER/NAME</c>.</param>
    public bool Covers(string rule, string place) =>
        rule == Rule && place.Split('/', 2) is [var stack, var name] && Concerns(stack) && Matches(Halves[1], name);

    /// <summary>Whether it can be about anything in a stack.</summary>
    public bool Concerns(string stack) => Matches(Halves[0], stack);

    private string[] Halves => Resource.Split('/', 2);

    private static bool Matches(string pattern, string text) => Regex.IsMatch(
        text,
        $@"\A{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
