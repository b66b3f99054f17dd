using System.CommandLine;
using System.Globalization;
using Infra.Automation.State.Checks;
using Strata.Cli.Frame;
using Strata.Cli.Infra;

namespace Strata.Cli.State;

/// <summary>
/// <c>strata state check</c>: stale locks, states that contradict themselves, switched-off protections.
/// </summary>
internal sealed class StateCheckVerb(App app)
    : Verb(app, "check", "Finds stale locks, states that contradict themselves, and flags that must not be used in CI.")
{
    private const int DefaultStaleHours = 4; // Longer than the longest deployment: creating a cluster and a database.

    private readonly Option<FileInfo[]> _file = new("--file")
    {
        Description = "A checkpoint of the Pulumi engine, or what `pulumi stack export` wrote. May be repeated.",
        HelpName = "CHECKPOINT",
    };

    private readonly Option<DirectoryInfo[]> _locks = new("--locks")
    {
        Description = "A copy of the backend's .pulumi/locks. May be repeated.",
        HelpName = "DIR",
    };

    private readonly Option<int> _staleHours = new("--stale-after")
    {
        Description = "From how many hours on a lock of another machine counts as stale.",
        HelpName = "HOURS",
        DefaultValueFactory = _ => DefaultStaleHours,
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata state check", "this machine's states, the environment and the workflows"),
        new("strata state check --file prod.platform.json", "and a checkpoint of the Pulumi engine"),
        new("strata state check --locks locks --json", "and locks copied from s3://BUCKET/.pulumi/locks"),
    ];

    protected override void Declare()
    {
        Add(_file);
        Add(_locks);
        Add(_staleHours);
        Add(_json);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var hours = parsed.GetValue(_staleHours);
        if (hours < 1)
        {
            throw new UsageException($"--stale-after is {hours}; it takes a number of hours, 1 or more.");
        }

        var targets = new StateTargets(
            App.Root, Path.Combine(App.Local, "state"), System.Environment.MachineName, TimeSpan.FromHours(hours))
        {
            Checkpoints = [.. (parsed.GetValue(_file) ?? []).Select(file => file.FullName)],
            LockFolders = [.. (parsed.GetValue(_locks) ?? []).Select(folder => folder.FullName)],
            Variables = [.. App.ForbiddenVariables],
        };
        var report = StateChecks.Run(targets, App.Time);
        if (parsed.GetValue(_json))
        {
            Screen.WriteJson(report);
        }
        else
        {
            Show(report);
        }

        return Task.FromResult(
            report.HasContradiction ? ExitCodes.Contradiction
            : report.HasFinding ? ExitCodes.Finding
            : ExitCodes.Done);
    }

    private void Show(StateReport report)
    {
        var lines = new Lines(Screen, rehearsal: false);
        foreach (var found in report.Locks)
        {
            lines.Write(found.Stale ? "red" : "green", found.Stale ? "stale lock" : "lock", string.Create(
                CultureInfo.InvariantCulture,
                $"  {found.File}: {found.User} on {found.Host}, process {found.Process}, for "
                    + $"{found.Age.TotalHours:0.0} h"));
            lines.Write($"    {found.Sentence}");
        }

        foreach (var fault in report.Faults)
        {
            lines.Write("red", fault.Contradicts ? "contradiction" : "unfinished", $"  {fault.File}: {fault.Sentence}");
        }

        foreach (var use in report.Forbidden)
        {
            lines.Write("red", "forbidden", $"  {use.Name} in {use.Place}: {use.Reason}. Take it out.");
        }

        lines.Write($"{report.Checked.Length} files and folders checked: {report.Locks.Count(found => found.Stale)} "
            + $"stale locks, {report.Faults.Length} faults, {report.Forbidden.Length} forbidden flags");
    }
}
