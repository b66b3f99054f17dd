namespace Evidence.Pipeline.Gates;

/// <summary>Kinds of the records that gates decide by, as <c>kinds.yaml</c> lists them.</summary>
public static class GateKinds
{
    /// <summary><see cref="Gates.WorkstreamStatus"/>.</summary>
    public const string WorkstreamStatus = "workstream-status";

    /// <summary><see cref="Waivers.WaiverRequest"/>.</summary>
    public const string WaiverRequest = "waiver-request";

    /// <summary><see cref="Waivers.WaiverApproval"/>.</summary>
    public const string WaiverApproval = "waiver-approval";

    /// <summary><see cref="RulesFact"/>.</summary>
    public const string Rules = "gate-rules";

    /// <summary><see cref="DecisionFact"/>.</summary>
    public const string Decision = "gate-decision";

    internal static IReadOnlySet<string> All { get; } =
        new HashSet<string> { WorkstreamStatus, WaiverRequest, WaiverApproval, Rules, Decision };
}
