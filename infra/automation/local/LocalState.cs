namespace Infra.Automation.Local;

/// <summary>The local services taken together.</summary>
public enum LocalState
{
    /// <summary>Every service answers.</summary>
    Running,

    /// <summary>Nothing runs.</summary>
    Stopped,

    /// <summary>Something runs, and not every service answers.</summary>
    Unhealthy,
}
