using System.CommandLine;
using System.Globalization;
using Evidence.Pipeline.Gates;
using Evidence.Pipeline.Gates.Rules;
using Evidence.Pipeline.Text;
using Strata.Cli.Evidence;
using Strata.Cli.Frame;

namespace Strata.Cli.Gates;

/// <summary><c>strata workstream list</c>.</summary>
internal sealed class WorkstreamListVerb(App app) : EvidenceVerb(
    app, "list", "Lists the operational workstreams with owner, date and state.")
{
    public override IReadOnlyList<Example> Examples =>
        [new("strata workstream list --env prod", "Shows how far each one is, as the newest record says.")];

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = await OpenAsync(parsed, cancellationToken);
        var evidence = await session.Pipeline.Gates(GateRules.Current).ReadAsync(until: null, cancellationToken);
        var stated = evidence.Statuses(session.Environment);
        var views = GateRules.Current.Workstreams.Select(stream =>
        {
            var status = stated.GetValueOrDefault(stream.Name);
            return new
            {
                name = stream.Name,
                title = stream.Title,
                owner = status?.Owner ?? stream.Owner,
                target = status?.Target ?? stream.Target,
                state = status?.State ?? WorkstreamState.Planned,
                stated = status is not null,
                evidence = stream.Evidence.Select(e => e.Id),
            };
        }).ToList();
        if (Json(parsed))
        {
            Screen.WriteJson(new { environment = session.Environment, workstreams = views });
            return ExitCodes.Done;
        }

        foreach (var view in views)
        {
            Screen.WriteLine(
                $"{view.name,-22}{(view.stated ? view.state.ToString() : "not stated"),-12}"
                + $"{view.target.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}  {Quoted.Plain(view.owner)}");
        }

        return ExitCodes.Done;
    }
}
