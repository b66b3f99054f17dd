namespace Evidence.Tests.Real;

/// <summary>How the line to the store fails.</summary>
public enum WireFault
{
    /// <summary>It breaks while the bytes are on their way: nothing is stored.</summary>
    LostMidBody,

    /// <summary>It breaks before the answer arrives: it is stored and nobody knows.</summary>
    LostAnswer,

    /// <summary>The answer never arrives, and the line stays up.</summary>
    Silence,
}
