using System.Text.Json;
using Infra.Automation.State;

namespace Infra.Tests.Engines;

/// <summary>
/// A state in memory that goes through its JSON form, with a point to die at before and after each write.
/// </summary>
internal sealed class MemoryStateStore(CrashPoints points) : IStateStore
{
    public string Location => "memory";

    /// <summary>The state as it is on "disk".</summary>
    public string? Text { get; private set; }

    public int Saves { get; private set; }

    public StateDocument? Load() =>
        Text is null ? null : JsonSerializer.Deserialize(Text, StateJson.Default.StateDocument);

    public void Save(StateDocument state)
    {
        StateCheck.Check(Location, state, state.Environment, state.Layer, state.Rehearsal);
        points.Pass();
        Text = JsonSerializer.Serialize(state, StateJson.Default.StateDocument);
        Saves++;
        points.Pass();
    }

    public StateLock Lock(LockHolder holder) =>
        StateLock.Take(Path.Combine(Path.GetTempPath(), $"strata-{Path.GetRandomFileName()}"), holder);
}
