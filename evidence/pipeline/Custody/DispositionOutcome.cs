namespace Evidence.Pipeline.Custody;

/// <summary>What became of a payload that was to be deleted. The names stand in records: never renamed.</summary>
public enum DispositionOutcome
{
    /// <summary>It is gone.</summary>
    Deleted,

    /// <summary>It is kept: a legal hold was put on it meanwhile.</summary>
    Held,

    /// <summary>It is kept: its lock was extended meanwhile.</summary>
    Locked,

    /// <summary>It is kept: the store refused to delete it.</summary>
    Refused,
}
