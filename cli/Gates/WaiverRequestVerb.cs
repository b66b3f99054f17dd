using System.CommandLine;
using Evidence.Pipeline.Gates.Rules;
using Evidence.Pipeline.Gates.Waivers;
using Strata.Cli.Evidence;
using Strata.Cli.Frame;

namespace Strata.Cli.Gates;

/// <summary><c>strata waiver request</c>.</summary>
internal sealed class WaiverRequestVerb(App app) : EvidenceVerb(
    app, "request", "Asks to go without something that a gate requires. It counts when somebody else approves it.")
{
    private readonly Argument<string> _gate = new("GATE") { Description = "The gate." };

    private readonly Argument<string> _requirement = new("REQUIREMENT") { Description = "The requirement within it." };

    private readonly Option<string> _subject = Text("--subject", "What goes without it: a release, a service.");
    private readonly Option<string> _reason = Text("--reason", "Why.");
    private readonly Option<string> _ticket = Text("--ticket", "Where it is followed up.");

    private readonly Option<DateTimeOffset?> _expires = new("--expires")
    {
        Description = "When it ends.",
        HelpName = "TIME",
        Required = true,
        CustomParser = GateTimes.Parse,
    };

    private readonly Option<string?> _by = CustodyOptions.OptionalKey();

    public override IReadOnlyList<Example> Examples =>
    [
        new(
            "strata waiver request launch cost --subject \"release 2026.47\" --reason \"report is due on Friday\" "
            + "--ticket OPS-17 --expires 2026-12-01",
            "Asks for a waiver until 1 December."),
    ];

    protected override void Declare()
    {
        Add(_gate);
        Add(_requirement);
        Add(_subject);
        Add(_reason);
        Add(_ticket);
        Add(_expires);
        Add(_by);
        base.Declare();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var gate = GateRules.Current.GateOf(parsed.GetRequiredValue(_gate));
        var requirement = gate.RequirementOf(parsed.GetRequiredValue(_requirement));
        var request = new WaiverRequest(
            requirement.WaiverClass ?? "",
            parsed.GetRequiredValue(_expires) ?? throw new UsageException("--expires needs a time."),
            gate.Name,
            parsed.GetRequiredValue(_reason),
            requirement.Id,
            parsed.GetRequiredValue(_subject),
            parsed.GetRequiredValue(_ticket));
        using var session = await OpenAsync(parsed, cancellationToken);
        var receipt = await session.Pipeline.Gates(GateRules.Current).RequestWaiverAsync(
            request, parsed.GetValue(_by), cancellationToken);
        if (Json(parsed))
        {
            Screen.WriteJson(new { request, record = ReceiptView.Of(receipt) });
        }

        Screen.Success(
            $"Asked for, as entry {receipt.Record.Index}. It counts when somebody else has run `strata waiver approve "
            + $"{ReceiptView.ShortId(receipt.Id)} --by KEY`.");
        return ExitCodes.Done;
    }

    private static Option<string> Text(string name, string description) =>
        new(name) { Description = description, HelpName = name[2..].ToUpperInvariant(), Required = true };
}
