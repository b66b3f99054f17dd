using Infra.Components.Observability.Promql;

namespace Infra.Components.Observability.Slo;

/// <summary>What may be wrong with declared objectives, said before anything is rendered.</summary>
public static class SloValidation
{
    // Below it the slowest alert would fire inside the budget.
    private static readonly PromDuration _shortest = PromDuration.Days(30);
    private static readonly PromDuration _longest = PromDuration.Days(90);

    /// <summary>What is wrong, one sentence each; none when all is well.</summary>
    /// <param name="objectives">The declared objectives.</param>
    /// <param name="environments">The environments there are.</param>
    /// <param name="owners">The teams that can be told.</param>
    /// <param name="runbookExists">Whether <c>runbooks/SLUG.md</c> exists.</param>
    public static IReadOnlyList<string> Problems(
        IReadOnlyList<ServiceLevelObjective> objectives,
        IReadOnlyCollection<string> environments,
        IReadOnlyCollection<string> owners,
        Func<string, bool> runbookExists) =>
    [
        .. objectives.GroupBy(o => o.Name, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => $"'{g.Key}' names {g.Count()} objectives: a name is used once."),
        .. objectives.SelectMany(o => (IEnumerable<string>)
        [
            .. Names(o),
            .. Numbers(o, environments),
            .. Times(o),
            .. o.Sli.Problems(o.Name),
            .. People(o, owners, runbookExists),
        ]),
    ];

    private static IEnumerable<string> Names(ServiceLevelObjective o)
    {
        foreach (var (what, name) in new[] { ("name", o.Name), ("service", o.Service), ("owner", o.Owner) })
        {
            if (!PromNames.IsSlug(name))
            {
                yield return $"The {what} of '{o.Name}' is '{name}': use lower-case words and digits joined by "
                    + "hyphens, such as 'api-availability'.";
            }
        }
    }

    private static IEnumerable<string> Numbers(ServiceLevelObjective o, IReadOnlyCollection<string> environments)
    {
        foreach (var (name, _) in o.ObjectiveIn.Where(entry => !environments.Contains(entry.Key)))
        {
            yield return $"'{o.Name}' promises something else in '{name}', which is no environment: choose from "
                + $"{string.Join(", ", environments)}.";
        }

        var places = o.ObjectiveIn.Select(e => (Place: $" in '{e.Key}'", Objective: e.Value));
        foreach (var (place, objective) in places.Prepend(("", o.Objective)))
        {
            if (objective is <= 0 or >= 1)
            {
                yield return $"The objective of '{o.Name}'{place} is {PromNumber.Format(objective)}: it lies between 0 "
                    + "and 1 and is neither, for example 0.999.";
            }
            else if (BurnRate.All.FirstOrDefault(b => b.Factor(o.Window) * (1 - objective) >= 1) is { } burn)
            {
                yield return $"The objective of '{o.Name}'{place} is {PromNumber.Format(objective)}: at "
                    + $"{PromNumber.Format(burn.Factor(o.Window))} times the budget more than everything would have to "
                    + "fail, so that alert could never fire; promise more or shorten the window.";
            }
        }
    }

    private static IEnumerable<string> Times(ServiceLevelObjective o)
    {
        if (o.Window.Length.Ticks % TimeSpan.TicksPerDay != 0 || o.Window < _shortest || o.Window > _longest)
        {
            yield return $"The window of '{o.Name}' is '{o.Window.Length}': it is in whole days, from {_shortest} to "
                + $"{_longest}.";
        }

        if (!BurnRate.Windows.Contains(o.SilentAfter))
        {
            yield return $"'{o.Name}' counts as silent after '{o.SilentAfter.Length}': "
                + $"choose one of {string.Join(", ", BurnRate.Windows)}.";
        }
    }

    private static IEnumerable<string> People(
        ServiceLevelObjective o, IReadOnlyCollection<string> owners, Func<string, bool> runbookExists)
    {
        if (string.IsNullOrWhiteSpace(o.Promise) || !o.Promise.EndsWith('.'))
        {
            yield return $"The promise of '{o.Name}' is '{o.Promise}': write a sentence that says what users can count "
                + "on, with a full stop.";
        }

        if (!owners.Contains(o.Owner))
        {
            yield return $"'{o.Owner}' owns '{o.Name}' but nobody can be told: "
                + $"choose from {string.Join(", ", owners)}, or add a contact.";
        }

        if (!runbookExists(o.Name))
        {
            yield return $"'{o.Name}' has no runbook: write 'runbooks/{o.Name}.md' before it can wake anybody.";
        }
    }
}
