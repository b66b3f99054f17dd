namespace Evidence.Pipeline.Gates;

/// <summary>How far a workstream is, least first.</summary>
public enum WorkstreamState
{
    /// <summary>Not begun: <c>planned</c>.</summary>
    Planned,

    /// <summary>Begun: <c>in-progress</c>.</summary>
    InProgress,

    /// <summary>All of it is there: <c>done</c>.</summary>
    Done,
}
