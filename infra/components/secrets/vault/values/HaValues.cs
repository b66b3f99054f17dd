namespace Infra.Components.Secrets.Vault.Values;

/// <summary><c>server.ha</c>: replicas that keep one log. On for one replica too, so that it can grow.</summary>
internal sealed record HaValues(int Replicas, RaftValues Raft, BudgetValues DisruptionBudget)
{
    public bool Enabled { get; } = true;
}
