using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Sdk.Tests.Codegen;

/// <summary>Mocks that remember every registration and call, and answer a registration with its inputs.</summary>
internal sealed class Recorder(ImmutableDictionary<string, object>? answer = null) : IMocks
{
    private readonly List<MockResourceArgs> resources = [];
    private readonly List<MockCallArgs> calls = [];

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (resources)
        {
            resources.Add(args);
        }

        var id = string.IsNullOrEmpty(args.Id) ? $"{args.Name}-id" : args.Id;
        return Task.FromResult<(string?, object)>((id, args.Inputs));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        lock (calls)
        {
            calls.Add(args);
        }

        return Task.FromResult<object>(answer ?? args.Args);
    }

    /// <summary>The one resource that <paramref name="program"/> registers.</summary>
    public static async Task<MockResourceArgs> ResourceOfAsync(Action program)
    {
        var recorder = new Recorder();
        await Deployment.TestAsync(recorder, new TestOptions(), program);
        return Assert.Single(recorder.resources, r => r.Type != "pulumi:pulumi:Stack");
    }

    /// <summary>The one call that <paramref name="program"/> makes, answered with <paramref name="answer"/>.</summary>
    public static async Task<MockCallArgs> CallOfAsync(
        ImmutableDictionary<string, object> answer, Func<Task> program)
    {
        var recorder = new Recorder(answer);
        await Deployment.TestAsync(recorder, new TestOptions(), program);
        return Assert.Single(recorder.calls);
    }
}
