using System.CommandLine;
using Infra.Automation.Engines;
using Spectre.Console;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary>What <c>up</c> and <c>destroy</c> share: they ask first, tell each step, and end with a record.</summary>
internal abstract class ChangingVerb(App app, string name, string description) : InfraVerb(app, name, description)
{
    private readonly Option<bool> _yes = new("--yes")
    {
        Description = "Do it without asking. Needed where nobody can be asked.",
    };

    protected override void Declare()
    {
        base.Declare();
        AddRehearse();
        Add(_yes);
    }

    /// <summary>Asks whether to go on, unless --yes says so.</summary>
    /// <exception cref="UsageException">Nobody can be asked.</exception>
    protected bool Confirmed(ParseResult parsed, string question)
    {
        if (parsed.GetValue(_yes))
        {
            return true;
        }

        if (Console.IsInputRedirected || !Screen.ErrorIsTerminal)
        {
            throw new UsageException(
                $"{question} Nobody can be asked here: type --yes where it is meant. Nothing was changed.");
        }

        Screen.Err.Write(new Text($"{question} [y/N] "));
        return Console.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    /// <summary>Shows each step as it is done, as prose: the result itself comes at the end.</summary>
    protected static IProgress<EngineEvent> Progress(Lines lines) => new StepProgress(lines);

    /// <summary>Tells what was done, in a line, and keeps the record of it as evidence.</summary>
    protected async Task<KeptDeployment> FinishAsync(
        ParseResult parsed, DeploymentResult result, CancellationToken cancellationToken)
    {
        if (!parsed.GetValue(Json))
        {
            var seconds = (result.FinishedAt - result.StartedAt).TotalSeconds;
            var summary = ChangeMarks.Summary(result.Changes, unchanged: null, done: true);
            new Lines(Screen, result.Rehearsal).Write(FormattableString.Invariant(
                $"{result.Environment}.{result.Layer}: {summary} ({seconds:0.0} s)"));
        }

        var commit = await GitCommit.FindAsync(App.Root, cancellationToken);
        var deployment = DeploymentRecord.Of(result, VersionVerb.Current, commit);
        return new(deployment, await new DeploymentEvidence(App).KeepAsync(deployment, cancellationToken));
    }

    /// <summary>Ends a run: with --json, the one document of it.</summary>
    protected int Show(ParseResult parsed, IReadOnlyList<KeptDeployment> kept)
    {
        if (parsed.GetValue(Json))
        {
            Screen.WriteJson(kept);
        }

        return ExitCodes.Done;
    }

    private sealed class StepProgress(Lines lines) : IProgress<EngineEvent>
    {
        public void Report(EngineEvent value)
        {
            if (value is { Phase: EnginePhase.Finished, Change: { } change })
            {
                lines.Note($"  {ChangeMarks.Of(change).Sign} {value.Name}  {ValueText.Type(value.Type ?? "")}");
            }
            else if (value.Phase is EnginePhase.Note)
            {
                lines.Note(value.Sentence);
            }
        }
    }
}
