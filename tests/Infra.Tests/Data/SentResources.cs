using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Infra.Automation.Json;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Data;

/// <summary>What a component sends to the engine, by type.</summary>
internal sealed class SentResources : IMocks
{
    private readonly ConcurrentQueue<(string Type, JsonElement Inputs)> _sent = [];

    /// <summary>The inputs of the only resource of a type.</summary>
    public static async Task<JsonElement> OneAsync(string type, Func<ComponentResource> program)
    {
        var mocks = new SentResources();
        await Deployment.TestAsync(mocks, new TestOptions(), () => { _ = program(); });
        return Assert.Single(mocks._sent, sent => sent.Type == type).Inputs;
    }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _sent.Enqueue((args.Type ?? "", CanonicalJson.Of(args.Inputs)));
        var secret = ImmutableDictionary<string, object>.Empty
            .Add("kmsKeyId", "key").Add("secretArn", "secret").Add("secretStatus", "active");
        return Task.FromResult<(string?, object)>((args.Name, args.Inputs
            .SetItem("address", "host").SetItem("masterUserSecrets", ImmutableArray.Create<object>(secret))));
    }

    public Task<object> CallAsync(MockCallArgs args) =>
        Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);
}
