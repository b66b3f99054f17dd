using Pulumi.Testing;

namespace Sdk.Tests.Support;

/// <summary>Keeps what the SDK sends. A resource's id is its name with <c>-id</c>, its state its inputs.</summary>
internal sealed class RecordingMocks : IMocks
{
    private readonly Lock _lock = new();

    public List<MockResourceArgs> Resources { get; } = [];

    public List<MockCallArgs> Calls { get; } = [];

    public List<MockRegisterResourceOutputsRequest> Outputs { get; } = [];

    /// <summary>Makes the state of a resource from what was sent.</summary>
    public Func<MockResourceArgs, object> State { get; init; } = args => args.Inputs;

    public Func<MockResourceArgs, string?> Id { get; init; } = args => $"{args.Name}-id";

    /// <summary>Makes the result of a call; by default its arguments.</summary>
    public Func<MockCallArgs, object> Result { get; init; } = args => args.Args;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (_lock)
        {
            Resources.Add(args);
        }

        return Task.FromResult((Id(args), State(args)));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        lock (_lock)
        {
            Calls.Add(args);
        }

        return Task.FromResult(Result(args));
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        lock (_lock)
        {
            Outputs.Add(args);
        }

        return Task.CompletedTask;
    }

    /// <summary>The resource of that name, as it was sent.</summary>
    public MockResourceArgs Sent(string name) => Resources.Single(resource => resource.Name == name);
}
