namespace Infra.Automation.Upgrades;

/// <summary>How a version stands on a day.</summary>
public enum SupportState
{
    /// <summary>Supported for longer than the warning.</summary>
    Supported,

    /// <summary>Standard support ends within the warning.</summary>
    EndsSoon,

    /// <summary>Standard support is over.</summary>
    Ended,

    /// <summary>The table does not know the version, or the resource names none.</summary>
    Unknown,
}
