namespace Infra.Components.Secrets.Vault.Values;

/// <summary><c>server.ha.raft</c>.</summary>
internal sealed record RaftValues(string Config)
{
    public bool Enabled { get; } = true;

    /// <summary>A replica keeps its place in the log when its pod is made again.</summary>
    public bool SetNodeId { get; } = true;
}
