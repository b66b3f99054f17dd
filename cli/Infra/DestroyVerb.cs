using System.CommandLine;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary>
/// <c>strata destroy ENV</c>: deletes what an environment has, as far as the program and the store let it.
/// </summary>
internal sealed class DestroyVerb(App app) : ChangingVerb(
    app, "destroy", "Deletes what an environment has. What is protected stays; what is locked, the store keeps anyway.")
{
    private readonly Option<bool> _unprotect = new("--unprotect")
    {
        Description = "Put protected resources to the store as well. It is asked first; where it refuses, nothing "
            + "changes.",
    };

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata destroy dev --layer evidence", "delete a layer that is not protected"),
        new("strata destroy local --unprotect --yes", "try to delete a vault; with evidence in it the store refuses"),
    ];

    protected override void Declare()
    {
        base.Declare();
        Add(_unprotect);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = SettingsOf(parsed);
        var layers = LayersOf(parsed, settings).Reverse().ToList();
        var stacks = string.Join(", ", layers.Select(layer => $"{settings.Name}.{layer}"));
        if (!Confirmed(parsed, $"Delete everything in {stacks}?"))
        {
            Screen.Note("Nothing was changed.");
            return ExitCodes.Done;
        }

        var kept = new List<KeptDeployment>();
        using var s3 = await ConnectAsync(settings, parsed, cancellationToken);
        foreach (var layer in layers)
        {
            var result = await EngineOf(settings, layer, parsed, Given(s3)).DestroyAsync(
                parsed.GetValue(_unprotect), Progress(new Lines(Screen, Rehearses(parsed))), cancellationToken);
            kept.Add(await FinishAsync(parsed, result, cancellationToken));
        }

        return Show(parsed, kept);
    }
}
