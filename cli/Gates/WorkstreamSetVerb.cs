using System.CommandLine;
using System.Globalization;
using Evidence.Pipeline.Gates;
using Evidence.Pipeline.Gates.Rules;
using Strata.Cli.Evidence;
using Strata.Cli.Frame;

namespace Strata.Cli.Gates;

/// <summary><c>strata workstream set</c>.</summary>
internal sealed class WorkstreamSetVerb(App app) : EvidenceVerb(
    app, "set", "Records how far a workstream is. The newest record counts.")
{
    private readonly Argument<string> _name = new("NAME") { Description = "The workstream." };

    private readonly Argument<string> _state = new("STATE") { Description = "planned, in-progress or done." };

    private readonly Option<string?> _owner = new("--owner")
    {
        Description = "Who answers for it; without it, whom workstreams.yaml names.",
        HelpName = "OWNER",
    };

    private readonly Option<string?> _target = new("--target")
    {
        Description = "When it is meant to be done; without it, the date in workstreams.yaml.",
        HelpName = "DATE",
    };

    private readonly Option<string?> _note = new("--note") { Description = "What changed.", HelpName = "NOTE" };

    private readonly Option<string?> _by = CustodyOptions.OptionalKey();

    public override IReadOnlyList<Example> Examples =>
        [new("strata workstream set capacity in-progress --env prod", "Records that somebody is at it.")];

    protected override void Declare()
    {
        Add(_name);
        Add(_state);
        _state.AcceptOnlyFromAmong("planned", "in-progress", "done");
        Add(_owner);
        Add(_target);
        Add(_note);
        Add(_by);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var stream = GateRules.Current.WorkstreamOf(parsed.GetRequiredValue(_name));
        var target = stream.Target;
        if (parsed.GetValue(_target) is { } date && !DateOnly.TryParseExact(
            date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out target))
        {
            throw new UsageException($"\"{date}\" is no date: write --target like 2026-01-31.");
        }

        var status = new WorkstreamStatus(
            parsed.GetValue(_owner) ?? stream.Owner,
            parsed.GetRequiredValue(_state) switch
            {
                "planned" => WorkstreamState.Planned,
                "in-progress" => WorkstreamState.InProgress,
                _ => WorkstreamState.Done,
            },
            target,
            stream.Name,
            parsed.GetValue(_note));
        using var session = await OpenAsync(parsed, cancellationToken);
        var receipt = await session.Pipeline.Gates(GateRules.Current).SetWorkstreamAsync(
            status, parsed.GetValue(_by), cancellationToken);
        if (Json(parsed))
        {
            Screen.WriteJson(new { status, record = ReceiptView.Of(receipt) });
        }

        Screen.Success($"Recorded as entry {receipt.Record.Index}.");
        return ExitCodes.Done;
    }
}
