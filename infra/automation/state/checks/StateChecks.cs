using System.Collections.Immutable;

namespace Infra.Automation.State.Checks;

/// <summary>Everything that can be said about states without touching them.</summary>
public static class StateChecks
{
    private static readonly EnumerationOptions _all = new() { RecurseSubdirectories = true };

    /// <summary>Checks.</summary>
    /// <param name="targets">What to look at.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="StateCheckException">Something that was asked for cannot be read.</exception>
    public static StateReport Run(StateTargets targets, TimeProvider time)
    {
        var locks = new LockCheck(targets.Host, time, targets.Patience);
        var workflows = Workflows(targets.Root);
        var states = States(targets.StateFolder);
        return new(
            [.. states, .. targets.Checkpoints, .. targets.LockFolders, .. workflows],
            [.. locks.Embedded(targets.StateFolder), .. targets.LockFolders.SelectMany(locks.Pulumi)],
            [.. states.SelectMany(Faults), .. targets.Checkpoints.SelectMany(CheckpointCheck.Run)],
            [
                .. ForbiddenFlags.In(targets.Variables),
                .. workflows.SelectMany(file => ForbiddenFlags.In(
                    Path.GetRelativePath(targets.Root, file), File.ReadLines(file))),
            ]);
    }

    /// <summary>The workflows of the checkout, if this is one.</summary>
    private static ImmutableArray<string> Workflows(string root)
    {
        var folder = Path.Combine(root, ".github");
        return Directory.Exists(folder)
            ? [
                .. Directory.EnumerateFiles(folder, "*", _all)
                    .Where(file => Path.GetExtension(file) is ".yml" or ".yaml")
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    private static ImmutableArray<string> States(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)]
        : [];

    private static IEnumerable<StateFault> Faults(string file)
    {
        // ENVIRONMENT.LAYER.json, or ENVIRONMENT.LAYER.rehearsal.json.
        var parts = Path.GetFileName(file).Split('.');
        var rehearsal = parts is [_, _, "rehearsal", _];
        if (parts.Length != 3 && !rehearsal)
        {
            return [new(file, Contradicts: true, "its name is not ENVIRONMENT.LAYER.json, so no run reads it.")];
        }

        try
        {
            var state = new StateFile(Path.GetDirectoryName(file) ?? ".", parts[0], parts[1], rehearsal).Load();
            return (state?.Intents ?? []).Select(intent => new StateFault(
                file,
                Contradicts: false,
                $"a run was killed during {intent.Kind} of '{intent.Resource.Urn}'. The next `strata up` goes on."));
        }
        catch (StateContradictionException exception)
        {
            return [new(file, Contradicts: true, exception.Message)];
        }
    }
}
