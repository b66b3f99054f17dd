using Infra.Automation.Engines.Plans;

namespace Strata.Cli.Infra;

/// <summary>The sign, colour and words of each kind of change.</summary>
internal static class ChangeMarks
{
    public static (string Sign, string Colour) Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Create => ("+", "green"),
        ChangeKind.Update => ("~", "yellow"),
        ChangeKind.Replace => ("±", "magenta"),
        ChangeKind.Delete => ("-", "red"),
        ChangeKind.Forget => ("·", "grey"),
        ChangeKind.Same => (" ", "grey"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown kind of change."),
    };

    public static (string Sign, string Colour) Of(PropertyChangeKind kind) => kind switch
    {
        PropertyChangeKind.Added => ("+", "green"),
        PropertyChangeKind.Changed => ("~", "yellow"),
        PropertyChangeKind.Removed => ("-", "red"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown kind of change."),
    };

    /// <summary>How a kind is counted: <c>3 to create</c> before, <c>3 created</c> afterwards.</summary>
    public static string Counted(ChangeKind kind, int count, bool done) => kind switch
    {
        ChangeKind.Create => done ? $"{count} created" : $"{count} to create",
        ChangeKind.Update => done ? $"{count} updated" : $"{count} to update",
        ChangeKind.Replace => done ? $"{count} replaced" : $"{count} to replace",
        ChangeKind.Delete => done ? $"{count} deleted" : $"{count} to delete",
        ChangeKind.Forget => done ? $"{count} no longer managed" : $"{count} to leave unmanaged",
        ChangeKind.Same => $"{count} unchanged",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown kind of change."),
    };

    /// <summary>Counts of every kind there is, in one line.</summary>
    public static string Summary(IReadOnlyCollection<PlannedChange> changes, int? unchanged, bool done)
    {
        var parts = changes.GroupBy(change => change.Kind).OrderBy(group => group.Key)
            .Select(group => Counted(group.Key, group.Count(), done));
        var rest = unchanged is > 0 ? [Counted(ChangeKind.Same, unchanged.Value, done)] : Array.Empty<string>();
        return changes.Count == 0 && unchanged is null ? "nothing to change" : string.Join(", ", parts.Concat(rest));
    }
}
