namespace Evidence.Pipeline.Signing;

/// <summary>What a key may sign. The names are those of the trust file: lowercase, words joined by hyphens.</summary>
public enum KeyRole
{
    /// <summary>Records of evidence: <c>writer</c>.</summary>
    Writer,

    /// <summary>Checkpoints of the log, as whoever appends does: <c>log</c>.</summary>
    Log,

    /// <summary>Legal holds and their releases: <c>hold-officer</c>.</summary>
    HoldOfficer,

    /// <summary>Disposition of payloads after their retention: <c>custodian</c>.</summary>
    Custodian,

    /// <summary>Approvals and waivers: <c>approver</c>.</summary>
    Approver,

    /// <summary>Revocation of other keys: <c>key-officer</c>.</summary>
    KeyOfficer,
}
