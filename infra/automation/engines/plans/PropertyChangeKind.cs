namespace Infra.Automation.Engines.Plans;

/// <summary>How a property differs.</summary>
public enum PropertyChangeKind
{
    /// <summary>It was not there.</summary>
    Added,

    /// <summary>It has another value.</summary>
    Changed,

    /// <summary>It is no longer there.</summary>
    Removed,
}
