namespace Infra.Automation.Local;

/// <summary>A service: its daemons, in the order of their start, and how to ask whether it answers.</summary>
internal sealed record Service
{
    /// <summary><c>s3</c> or <c>postgres</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in a sentence.</summary>
    public required string Title { get; init; }

    public required string Endpoint { get; init; }

    /// <summary>What is said while it starts.</summary>
    public required string Starting { get; init; }

    public required string Credentials { get; init; }

    /// <summary>The folder of its data; null when somebody else runs it.</summary>
    public string? Data { get; init; }

    /// <summary>What its scripts read from their environment.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>None when somebody else runs it.</summary>
    public IReadOnlyList<Daemon> Daemons { get; init; } = [];

    /// <summary>Makes a real request. Null: it was answered. Else what went wrong.</summary>
    public required Func<CancellationToken, Task<string?>> RequestAsync { get; init; }

    public bool AnyAlive => Daemons.Any(daemon => daemon.Pid is not null);

    /// <summary>What keeps the service from being healthy; null when it is.</summary>
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken) =>
        Daemons.Count > 0 && !AnyAlive ? "stopped"
        : Daemons.FirstOrDefault(daemon => daemon.Pid is null) is { } dead ? $"{dead.Name} does not run"
        : Daemons.Count > 0 && !File.Exists(Credentials) ? "it is still being set up"
        : await RequestAsync(cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var daemon in Daemons.Reverse())
        {
            await daemon.StopAsync(cancellationToken);
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var daemon in Daemons)
        {
            await daemon.StartAsync(Variables, cancellationToken);
        }
    }
}
