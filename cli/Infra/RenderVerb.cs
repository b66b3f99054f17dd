using System.CommandLine;
using Infra.Automation.Json;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary><c>strata render ENV</c>: what the environment's stacks would register. Needs no credentials.</summary>
internal sealed class RenderVerb(App app)
    : InfraVerb(app, "render", "Renders everything an environment would have, without a cloud and without credentials.")
{
    private readonly Option<FileInfo?> _out = new("--out")
    {
        Description = "Write the JSON document to this file.",
        HelpName = "FILE",
    };

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata render prod", "show the resources of prod as a tree"),
        new("strata render prod --layer evidence --json", "one layer, as canonical JSON"),
        new("strata render prod --out prod.json", "write the graph to a file"),
    ];

    protected override void Declare()
    {
        base.Declare();
        Add(_out);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var graph = await RenderAsync(SettingsOf(parsed), parsed, cancellationToken);
        var json = graph.ToJson();
        if (parsed.GetValue(_out) is { } file)
        {
            Write(file.FullName, json);
            Screen.Note($"Wrote {file.FullName} (sha256 {CanonicalJson.Digest(json)}).");
        }

        if (parsed.GetValue(Json))
        {
            Screen.Write(json);
        }
        else if (parsed.GetValue(_out) is null)
        {
            var lines = new Lines(Screen, rehearsal: false);
            GraphView.Show(lines, graph);
            lines.Write($"sha256 {CanonicalJson.Digest(json)}");
        }

        return ExitCodes.Done;
    }

    private static void Write(string path, string json)
    {
        try
        {
            File.WriteAllText(path, json);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Cannot write the graph to '{path}': {exception.Message}");
        }
    }
}
