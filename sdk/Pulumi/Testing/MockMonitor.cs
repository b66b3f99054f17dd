using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>The engine of a test: gives what it gets to the mocks, and remembers the state that they return.</summary>
internal sealed class MockMonitor(IMocks mocks, string project, string stack)
{
    private const string GetResource = "pulumi:pulumi:getResource";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, ImmutableDictionary<string, object?>> _registered = [];
    private readonly List<Resource> _resources = [];

    /// <summary>The resources in the order in which they came, the stack among them.</summary>
    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_lock)
            {
                return [.. _resources];
            }
        }
    }

    public async Task<Registered> RegisterAsync(Resource resource, Registration registration)
    {
        var urn = UrnOf(registration);
        Remember(resource);
        if (registration.Type == Stack.TypeToken)
        {
            return new Registered(urn, "", ImmutableDictionary<string, object?>.Empty);
        }

        var (givenId, state) = await AskMocksAsync(registration).ConfigureAwait(false);
        var id = givenId ?? registration.Id;
        RememberState(urn, id, state);
        return new Registered(urn, id, state);
    }

    public async Task<Registered> ReadAsync(Resource resource, Registration registration)
    {
        var urn = UrnOf(registration);
        var (givenId, state) = await AskMocksAsync(registration).ConfigureAwait(false);
        RememberState(urn, givenId ?? "", state);
        Remember(resource);
        return new Registered(urn, registration.Id == Wire.Unknown ? "" : registration.Id, state);
    }

    /// <summary>Calls a function of a provider, or a method of a resource.</summary>
    public async Task<ImmutableDictionary<string, object?>> CallAsync(
        string token, ImmutableDictionary<string, object?> args, string provider)
    {
        var known = KnownValues(args);
        if (token == GetResource)
        {
            return StateOf((string)known[Wire.Urn]);
        }

        var result = await mocks
            .CallAsync(new MockCallArgs { Token = token, Args = known, Provider = provider })
            .ConfigureAwait(false);
        return await SerializeAsync(result).ConfigureAwait(false);
    }

    /// <summary>The URN, id and state of a resource that is registered already.</summary>
    /// <exception cref="InvalidOperationException">There is none of that URN.</exception>
    public Registered Find(string urn)
    {
        var found = StateOf(urn);
        return new Registered(
            urn, found[Wire.Id] as string ?? "", (ImmutableDictionary<string, object?>)found[Wire.State]!);
    }

    public Task RegisterOutputsAsync(string urn, ImmutableDictionary<string, object?> outputs)
        => mocks.RegisterResourceOutputs(new MockRegisterResourceOutputsRequest(
            urn,
            outputs.ToImmutableDictionary(
                output => output.Key, output => new Output<object?>(Deserializer.Deserialize(output.Value)))));

    private static ImmutableDictionary<string, object> KnownValues(ImmutableDictionary<string, object?> properties)
    {
        var known = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, value) in properties)
        {
            if (Deserializer.Deserialize(value) is { IsKnown: true, Value: { } plain })
            {
                known.Add(name, plain);
            }
        }

        return known.ToImmutable();
    }

    private static async Task<ImmutableDictionary<string, object?>> SerializeAsync(object state)
    {
        var plain = state is IDictionary<string, object> map ? map.ToImmutableDictionary() : state;
        return await new Serializer().SerializeAsync("", plain).ConfigureAwait(false)
            as ImmutableDictionary<string, object?>
            ?? throw new InvalidOperationException($"{state.GetType().FullName} is not a supported argument type");
    }

    private async Task<(string? Id, ImmutableDictionary<string, object?> State)> AskMocksAsync(
        Registration registration)
    {
        var (id, state) = await mocks.NewResourceAsync(new MockResourceArgs
        {
            Type = registration.Type,
            Name = registration.Name,
            Inputs = KnownValues(registration.Inputs),
            Provider = registration.Provider,
            Id = registration.Id,
        }).ConfigureAwait(false);
        return (id, await SerializeAsync(state).ConfigureAwait(false));
    }

    /// <summary>As the genuine mock engine: of the parents' types only the outermost one is in the URN.</summary>
    private string UrnOf(Registration registration)
    {
        var type = registration.Parent.Length == 0
            ? registration.Type
            : $"{Urn.QualifiedTypeOf(registration.Parent).Split('$')[0]}${registration.Type}";
        return $"urn:pulumi:{stack}::{project}::{type}::{registration.Name}";
    }

    private void Remember(Resource resource)
    {
        lock (_lock)
        {
            _resources.Add(resource);
        }
    }

    private void RememberState(string urn, string id, ImmutableDictionary<string, object?> state)
    {
        var found = ImmutableDictionary<string, object?>.Empty
            .Add(Wire.Urn, urn).Add(Wire.Id, id).Add(Wire.State, state);
        lock (_lock)
        {
            _registered[urn] = found;
        }
    }

    private ImmutableDictionary<string, object?> StateOf(string urn)
    {
        lock (_lock)
        {
            return _registered.TryGetValue(urn, out var found)
                ? found
                : throw new InvalidOperationException($"Unknown resource {urn}");
        }
    }
}
