namespace Evidence.Pipeline.Gates;

/// <summary>A waiver that a requirement was passed by.</summary>
/// <param name="Approval">Index of its approval.</param>
/// <param name="ApprovedBy">Identities that approved.</param>
/// <param name="Class">Its class.</param>
/// <param name="Expires">When it ends; UTC.</param>
/// <param name="Reason">Why it was asked for.</param>
/// <param name="Request">Index of its request.</param>
/// <param name="RequestedBy">Identities that asked for it.</param>
/// <param name="Requirement">The requirement.</param>
/// <param name="Subject">What goes without it.</param>
/// <param name="Ticket">Where it is followed up.</param>
public sealed record AppliedWaiver(
    long Approval,
    IReadOnlyList<string> ApprovedBy,
    string Class,
    DateTimeOffset Expires,
    string Reason,
    long Request,
    IReadOnlyList<string> RequestedBy,
    string Requirement,
    string Subject,
    string Ticket);
