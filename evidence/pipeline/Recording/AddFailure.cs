namespace Evidence.Pipeline.Recording;

/// <summary>An item that was not recorded.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why.</param>
public sealed record AddFailure(string Name, EvidenceException Reason);
