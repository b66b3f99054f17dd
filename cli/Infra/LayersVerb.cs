using System.CommandLine;
using Infra.Stacks.Layers;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary><c>strata layers</c>: which environments there are, and which layers each of them has.</summary>
internal sealed class LayersVerb(App app)
    : Verb(app, "layers", "Lists the environments and their layers, in the order in which layers are applied.")
{
    private readonly Argument<string?> _environment = new("ENV")
    {
        Description = "Only this environment.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata layers", "every environment with its layers"),
        new("strata layers prod --json", "for a program, such as the matrix of a CI job"),
    ];

    protected override void Declare()
    {
        Add(_environment);
        Add(_json);
    }

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = Environments.Folder(App);
        var stacks = (parsed.GetValue(_environment) is { } only ? [only] : folder.Names)
            .Select(folder.Read)
            .SelectMany(settings => LayerRegistry.Select(null, settings).Select(layer => new StackView(
                settings.Name,
                layer.Name,
                layer.StackOf(settings.Name),
                [.. layer.Requires])))
            .ToList();
        if (parsed.GetValue(_json))
        {
            Screen.WriteJson(stacks);
        }
        else
        {
            foreach (var environment in stacks.GroupBy(stack => stack.Environment))
            {
                Screen.WriteLine($"{environment.Key}: {string.Join(" → ", environment.Select(stack => stack.Layer))}");
            }
        }

        return Task.FromResult(ExitCodes.Done);
    }

    /// <summary>One stack: a layer of an environment.</summary>
    private sealed record StackView(string Environment, string Layer, string Stack, IReadOnlyList<string> Requires);
}
