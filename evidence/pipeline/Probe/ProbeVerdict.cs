namespace Evidence.Pipeline.Probe;

/// <summary>What an attempt showed.</summary>
public enum ProbeVerdict
{
    /// <summary>The store does what a vault must do.</summary>
    Good,

    /// <summary>The store does not do what a vault must do: what is in it can be altered.</summary>
    Bad,

    /// <summary>The store has this ability. A vault can do without.</summary>
    Able,

    /// <summary>The store does not have this ability. A vault can do without.</summary>
    Unable,
}
