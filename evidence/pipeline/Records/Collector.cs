namespace Evidence.Pipeline.Records;

/// <summary>
/// Who and what collected a piece of evidence. No secret, and nothing that is proven: the signature is.
/// </summary>
public sealed record Collector
{
    /// <summary>Name of the program.</summary>
    public string Tool { get; init; } = "strata";

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Name of the user it ran as.</summary>
    public required string User { get; init; }

    /// <summary>Name of the machine it ran on.</summary>
    public required string Host { get; init; }
}
