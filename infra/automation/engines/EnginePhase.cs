namespace Infra.Automation.Engines;

/// <summary>What an <see cref="EngineEvent"/> tells.</summary>
public enum EnginePhase
{
    /// <summary>Something worth knowing that is no step.</summary>
    Note,

    /// <summary>A step begins.</summary>
    Started,

    /// <summary>A step is done and in the state.</summary>
    Finished,
}
