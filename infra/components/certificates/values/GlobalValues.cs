namespace Infra.Components.Certificates.Values;

/// <summary><c>global</c>.</summary>
internal sealed record GlobalValues(string PriorityClassName, LeaderElectionValues LeaderElection);
