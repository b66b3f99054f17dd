using System.CommandLine;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence;

/// <summary><c>strata evidence release</c>.</summary>
internal sealed class ReleaseVerb(App app) : EvidenceVerb(
    app, "release", "Releases a legal hold. Whoever put it on cannot.")
{
    private readonly Argument<string> _id = new("HOLD")
    {
        Description = "The record that put the hold on: its id, or the first four or more digits.",
    };

    private readonly Option<string> _reason = CustodyOptions.Reason("Why the hold ends.");
    private readonly Option<string> _by = CustodyOptions.Key();

    public override IReadOnlyList<Example> Examples =>
    [
        new(
            "strata evidence release 77be02 --reason \"the case is closed\" --by bob",
            "Releases one hold; the payload stays held as long as another hold is on it."),
    ];

    protected override void Declare()
    {
        Add(_id);
        Add(_reason);
        Add(_by);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(parsed, cancellationToken);
        var released = await session.Pipeline.Custody.ReleaseAsync(
            parsed.GetRequiredValue(_id),
            parsed.GetRequiredValue(_reason),
            parsed.GetRequiredValue(_by),
            cancellationToken);
        if (Json(parsed))
        {
            Screen.WriteJson(new
            {
                environment = session.Environment,
                hold = released.Hold,
                index = released.Index,
                free = released.Free.Select(LocationView.Of),
                stillHeld = released.StillHeld.Select(LocationView.Of),
                alreadyRecorded = released.AlreadyRecorded,
            });
        }

        var again = released.AlreadyRecorded ? " It was recorded before." : "";
        Screen.Success($"The hold of entry {released.Hold} is released by entry {released.Index}.{again}");
        if (released.StillHeld.Count > 0)
        {
            Screen.Note($"{released.StillHeld.Count:N0} payloads stay held: other holds are on them.");
        }

        return ExitCodes.Done;
    }
}
