namespace Evidence.Tests.Vault;

/// <summary>How a write goes wrong. After the first two nobody but the store knows whether it happened.</summary>
public enum StoreFault
{
    /// <summary>No answer, and nothing was stored.</summary>
    Failed,

    /// <summary>No answer, and yet it was stored.</summary>
    FailedButPersisted,

    /// <summary>Given up waiting; it is stored later, when the next attempt has already looked.</summary>
    TimedOutAndLandsLate,

    /// <summary>The answer comes, late.</summary>
    Slow,

    /// <summary>Carried out twice: something on the way repeats requests.</summary>
    Duplicated,

    /// <summary>The connection breaks while the bytes are on their way.</summary>
    LostMidBody,
}
