using System.Collections.Immutable;
using Infra.Automation.Json;
using Infra.Stacks.Environments;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Automation.Rendering;

/// <summary>
/// One run of one program. A transformation on the stack sees every resource as the program made it, parents first; the
/// mocks then see its inputs as they would travel to the engine, and answer with what stands for its outputs.
/// </summary>
internal sealed class RenderRun : IMocks
{
    private const string StackReferenceType = "pulumi:pulumi:StackReference";

    private readonly EnvironmentSettings _environment;
    private readonly IReadOnlyList<LayerGraph> _earlier;
    private readonly Dictionary<(string Type, string Name), Capture> _captures = [];
    private readonly Dictionary<Resource, Capture> _byResource = new(ReferenceEqualityComparer.Instance);
    private readonly Lock _lock = new();

    public RenderRun(EnvironmentSettings environment, string stack, IReadOnlyList<LayerGraph> earlier)
    {
        (_environment, Stack, _earlier) = (environment, stack, earlier);
        StackOptions = new() { ResourceTransformations = { Observe } };
    }

    public string Stack { get; }

    public StackOptions StackOptions { get; }

    /// <summary>The first thing that went wrong, as a sentence: the SDK itself would bury it in a trace.</summary>
    public string? Problem { get; private set; }

    /// <inheritdoc/>
    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var capture = Find((args.Type ?? "", args.Name ?? ""))
            ?? throw Failed(
                $"'{args.Name}' ({args.Type}) was registered by something that is no resource of the stack.");
        var walk = await InputWalk.OfAsync(capture.Args);
        if (walk.Unknown is var (path, from))
        {
            throw Failed(UnknownInput(capture, path, from));
        }

        capture.Sources = walk.Dependencies;
        capture.DependsOn = OutputProbe.Read(capture.Options.DependsOn) is { } reading
            ? (ImmutableArray<Resource>)((await reading).Value ?? ImmutableArray<Resource>.Empty)
            : [];
        capture.Aliases = await AliasUrns.OwnAsync(capture, Stack, UrnOf);
        capture.Inputs = CanonicalJson.Of(Mask.Apply(args.Inputs, walk.Secrets));
        if (capture.Resource is ComponentResource)
        {
            return (null, ImmutableDictionary<string, object>.Empty);
        }

        capture.Outputs = capture.Type == StackReferenceType
            ? OutputsOf(capture.Name)
            : OutputShape.Of(capture.Resource.GetType()).Stand(capture.Urn, Public(args.Inputs, walk));
        return (new Reference(capture.Urn, "id").ToString(), capture.Outputs);
    }

    /// <inheritdoc/>
    public Task<object> CallAsync(MockCallArgs args)
    {
        var region = args.Args.GetValueOrDefault("region") as string ?? RegionOf(args.Provider) ?? _environment.Region;
        return Task.FromResult<object>(InvokeAnswers.Find(args.Token, _environment, region) ?? throw Failed(
            $"the program calls '{args.Token}', which has no answer without a cloud. There are answers for "
            + $"{string.Join(", ", InvokeAnswers.Known)}; take the value from the environment's file instead."));
    }

    /// <summary>The graph, once the program has run.</summary>
    public async Task<LayerGraph> FinishAsync(string layer, IEnumerable<Resource> resources)
    {
        var stack = resources.OfType<Stack>().Single();
        return new(
            layer,
            Stack,
            [.. _captures.Values.Select(Describe).OrderBy(resource => resource.Urn, StringComparer.Ordinal)],
            await StackOutputs.ReadAsync(stack, (output, from) => Failed(UnknownOutput(output, from))));
    }

    private ResourceTransformationResult? Observe(ResourceTransformationArgs args)
    {
        var (type, name) = (args.Resource.GetResourceType(), args.Resource.GetResourceName());
        lock (_lock)
        {
            var parent = args.Options.Parent is { } given ? _byResource.GetValueOrDefault(given)
                : type == UrnText.StackType ? null
                : _captures.Values.FirstOrDefault(capture => capture.Type == UrnText.StackType);
            var urn = UrnText.Of(Stack, Renderer.Project, parent?.Urn, type, name);
            var capture = new Capture(args.Resource, args.Args, args.Options, parent, urn);
            if (!_captures.TryAdd((type, name), capture))
            {
                throw Failed($"two resources of type '{type}' are called '{name}'. Give one of them another name.");
            }

            _byResource.Add(args.Resource, capture);
        }

        return null;
    }

    private GraphResource Describe(Capture capture) => new(
        capture.Urn,
        capture.Type,
        capture.Name,
        capture.Parent?.Urn,
        capture.Provider() is { } provider ? UrnOf(provider) : null,
        capture.Resource is ComponentResource,
        capture.Inputs,
        GraphOptionsOf.Capture(capture, Stack, UrnOf));

    private Capture? Find((string Type, string Name) key)
    {
        lock (_lock)
        {
            return _captures.GetValueOrDefault(key);
        }
    }

    private string? UrnOf(Resource resource)
    {
        lock (_lock)
        {
            return _byResource.GetValueOrDefault(resource)?.Urn;
        }
    }

    /// <summary>The inputs that may be repeated as outputs: a secret would leave its wrapping on the way.</summary>
    private static ImmutableDictionary<string, object> Public(
        ImmutableDictionary<string, object> inputs, InputWalk walk) =>
        inputs.RemoveRange(walk.Secrets.Select(path => path[0]));

    /// <summary>The region of the provider that a function is called through.</summary>
    private string? RegionOf(string? provider) =>
        Reference.In(provider ?? "").FirstOrDefault() is { } reference
            ? _captures.Values.FirstOrDefault(capture => capture.Urn == reference.Urn)?.Inputs.Text("region")
            : null;

    /// <summary>What a stack reference finds: the outputs of a layer that was rendered before.</summary>
    private ImmutableDictionary<string, object> OutputsOf(string reference)
    {
        var name = reference.Split('/')[^1];
        var outputs = _earlier.FirstOrDefault(layer => layer.Stack == name)?.Outputs ?? throw Failed(
            $"it refers to the stack '{reference}', which is not rendered before it. List that layer under 'Requires'.");
        return ImmutableDictionary<string, object>.Empty
            .Add("name", reference)
            .Add("outputs", PlainJson.Of(outputs) ?? ImmutableDictionary<string, object>.Empty)
            .Add("secretOutputNames", ImmutableArray<object>.Empty);
    }

    private string UnknownInput(Capture capture, string input, IEnumerable<Resource> from) =>
        $"the input '{input}' of '{capture.Name}' ({capture.Type}) comes from {Unknowns(from)}, which only the cloud "
        + "knows and which is neither text nor a list of text. Give the value in the program.";

    private string UnknownOutput(string output, IEnumerable<Resource> from) =>
        $"the stack's output '{output}' comes from {Unknowns(from)}, which only the cloud knows and which is neither "
        + "text nor a list of text.";

    private string Unknowns(IEnumerable<Resource> from)
    {
        var sources = from.Select(resource => _byResource.GetValueOrDefault(resource)).OfType<Capture>()
            .OrderBy(capture => capture.Urn, StringComparer.Ordinal)
            .Select(capture => (capture.Name, capture.Type, Unknown: UnknownOutputs(capture)))
            .Where(source => source.Unknown.Length > 0)
            .Select(source => $"'{source.Name}' ({source.Type}; one of {source.Unknown})")
            .ToList();
        return sources.Count == 0 ? "a value" : string.Join(" or ", sources);
    }

    private static string UnknownOutputs(Capture capture) =>
        string.Join(", ", OutputShape.Of(capture.Resource.GetType()).NotIn(capture.Outputs));

    private RenderingException Failed(string problem)
    {
        Problem ??= problem;
        return new(problem);
    }
}
