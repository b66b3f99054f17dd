namespace Infra.Automation.State;

/// <summary>Where a state is kept. Whoever saves holds the lock.</summary>
internal interface IStateStore
{
    /// <summary>Says where, in messages.</summary>
    string Location { get; }

    /// <summary>Reads the state; null where nothing was ever saved.</summary>
    /// <exception cref="StateContradictionException">What is there is no state, or not this one.</exception>
    StateDocument? Load();

    /// <summary>Replaces the state. When this returns, the state is on disk; until then the old one is.</summary>
    void Save(StateDocument state);

    /// <summary>Takes the state's lock.</summary>
    /// <exception cref="StateLockedException">Another run holds it.</exception>
    StateLock Lock(LockHolder holder);
}
