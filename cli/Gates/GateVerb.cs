using System.CommandLine;
using Evidence.Pipeline.Gates;
using Evidence.Pipeline.Gates.Rendering;
using Evidence.Pipeline.Gates.Rules;
using Strata.Cli.Evidence;
using Strata.Cli.Frame;

namespace Strata.Cli.Gates;

/// <summary><c>strata gate</c>.</summary>
internal sealed class GateVerb(App app) : EvidenceVerb(
    app, "gate", "Decides a gate from the ledger alone, records the decision, and says what is missing.")
{
    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "The gate; gates.yaml lists them.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<DateTimeOffset?> _at = new("--at")
    {
        Description = "Decide for this time, from what was logged before it.",
        HelpName = "TIME",
        CustomParser = GateTimes.Parse,
    };

    private readonly Option<bool> _expected = new("--expected")
    {
        Description = "Show which gates and collections did not happen when expected; nothing is recorded.",
    };

    private readonly Option<bool> _sarif = new("--sarif") { Description = "Write the decision as SARIF 2.1.0." };

    private readonly Option<bool> _markdown = new("--markdown")
    {
        Description = "Write the decision as Markdown, for the summary of a job.",
    };

    private readonly Option<string?> _by = CustodyOptions.OptionalKey();

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata gate launch --env prod", "Exit code 1 if it is not passed, with what is missing."),
        new("strata gate launch --at 2026-01-31T12:00:00Z --json", "Decides as it would have been decided then."),
        new("strata gate --expected --env prod", "Exit code 1 if something did not happen that was expected to."),
    ];

    protected override void Declare()
    {
        Add(_name);
        Add(_at);
        Add(_expected);
        Add(_sarif);
        Add(_markdown);
        Add(_by);
        Validators.Add(parsed =>
        {
            if (parsed.GetValue(_expected) == parsed.GetValue(_name) is not null)
            {
                parsed.AddError("Name a gate, or ask for --expected: one of the two.");
            }
        });
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetValue(_name);
        var gate = name is null ? null : GateRules.Current.GateOf(name);
        using var session = await OpenAsync(parsed, cancellationToken);
        var gates = session.Pipeline.Gates(GateRules.Current);
        if (gate is null)
        {
            return await ShowGapsAsync(parsed, session, gates, cancellationToken);
        }

        var result = await gates.DecideAsync(
            gate.Name, parsed.GetValue(_at), parsed.GetValue(_by), cancellationToken);
        Write(parsed, result);
        Screen.Note(
            $"Recorded as entry {result.Receipt.Record.Index}: {ReceiptView.ShortId(result.Receipt.Id)}.");
        if (!result.Decision.Passed)
        {
            Screen.Error($"The gate \"{gate.Name}\" is not passed. Missing: "
                + $"{string.Join(", ", result.Decision.Missing.Select(m => m.Id).Distinct())}.");
            return ExitCodes.Finding;
        }

        Screen.Success($"The gate \"{gate.Name}\" is passed: {gate.Meaning}");
        return ExitCodes.Done;
    }

    private void Write(ParseResult parsed, GateResult result)
    {
        if (Json(parsed))
        {
            Screen.WriteJson(new { decision = result.Decision, record = ReceiptView.Of(result.Receipt) });
        }
        else
        {
            Screen.Write(parsed.GetValue(_sarif) ? GateSarif.Of(result.Decision, VersionVerb.Current)
                : parsed.GetValue(_markdown) ? GateMarkdown.Of(result.Decision)
                : GateText.Of(result.Decision));
        }
    }

    private async Task<int> ShowGapsAsync(
        ParseResult parsed, EvidenceSession session, GateKeeper gates, CancellationToken cancellationToken)
    {
        var at = parsed.GetValue(_at);
        var evidence = await gates.ReadAsync(at, cancellationToken);
        var gaps = evidence.Gaps(session.Environment, at ?? App.Time.GetUtcNow());
        if (Json(parsed))
        {
            Screen.WriteJson(new { environment = session.Environment, gaps });
        }
        else
        {
            foreach (var gap in gaps)
            {
                Screen.WriteLine(gap.Reason);
            }
        }

        if (gaps.Count > 0)
        {
            Screen.Error($"{gaps.Count} expected runs did not happen in {session.Environment}.");
            return ExitCodes.Finding;
        }

        Screen.Success($"Everything that was expected in {session.Environment} happened.");
        return ExitCodes.Done;
    }
}
