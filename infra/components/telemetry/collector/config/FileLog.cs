namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>
/// Reads what the node's containers write to their standard output. Where it was is not kept: what is written while the
/// agent is replaced is not sent, and stays on the node until it is rotated away.
/// </summary>
public sealed record FileLog() : Receiver("file_log")
{
    /// <summary>Where the kubelet keeps it: <c>NAMESPACE_POD_UID/CONTAINER/N.log</c>.</summary>
    public const string Folder = "/var/log/pods";

    /// <inheritdoc/>
    internal override IReadOnlyList<Signal> Signals { get; } = [Signal.Logs];

    /// <summary>Every container's.</summary>
    public IReadOnlyList<string> Include { get; } = [$"{Folder}/*/*/*.log"];

    /// <summary>But the collectors' own, which would grow by every line that they send.</summary>
    public IReadOnlyList<string> Exclude { get; } = [$"{Folder}/*_collector-*/*/*.log"];

    /// <summary>From now on: what was there before has been sent.</summary>
    public string StartAt { get; } = "end";

    /// <summary>The pod is told by the path.</summary>
    public bool IncludeFilePath { get; } = true;

    /// <summary>What is done with a line: the runtime's own form is taken off, and path and time are read.</summary>
    public IReadOnlyList<LogOperator> Operators { get; } = [new("container")];

    /// <summary>Reading waits while the memory limiter refuses.</summary>
    public ReadRetry RetryOnFailure { get; } = new();

    /// <summary>A step.</summary>
    /// <param name="Type">Its kind.</param>
    public sealed record LogOperator(string Type);

    /// <summary>Whether what was refused is tried again.</summary>
    public sealed record ReadRetry
    {
        /// <summary>It is.</summary>
        public bool Enabled { get; } = true;
    }
}
