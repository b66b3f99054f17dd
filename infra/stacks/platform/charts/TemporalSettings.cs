using Infra.Components.Temporal;
using Infra.Stacks.Environments;

namespace Infra.Stacks.Platform.Charts;

/// <summary>Temporal of an environment.</summary>
/// <param name="Replicas">How many of each of its services; 2 or more where the environment is protected.</param>
/// <param name="Shards">
/// How its history is divided. Fixed: another number takes another database, and a protected environment refuses it.
/// </param>
/// <param name="Retention">How long closed workflows stay.</param>
public sealed record TemporalSettings(int Replicas, HistoryShards Shards, Period Retention);
