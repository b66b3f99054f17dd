namespace Evidence.Pipeline;

/// <summary>What kind of thing went wrong. Decides the exit code and whether another attempt can help.</summary>
public enum EvidenceFault
{
    /// <summary>
    /// The caller asked for something that cannot be: a missing file, an unknown kind. Nothing was stored.
    /// </summary>
    BadInput,

    /// <summary>
    /// No answer from the store: it is down, the connection broke, or it answers with a server error.
    /// </summary>
    Unreachable,

    /// <summary>The store did not answer within its budget. The request may or may not have been carried out.</summary>
    TimedOut,

    /// <summary>The store knows us and says no, or does not know us.</summary>
    Refused,

    /// <summary>The store has no room, or a quota is used up.</summary>
    Full,

    /// <summary>The bucket cannot lock objects at all, or is not there.</summary>
    NoObjectLock,

    /// <summary>An object was stored and its lock is weaker than asked for. Not acknowledged.</summary>
    NotLocked,

    /// <summary>The bytes read are not the bytes that were written. Not acknowledged.</summary>
    Integrity,

    /// <summary>An object version or a record that was named is not there.</summary>
    NotFound,

    /// <summary>Two things that must agree do not. Nothing was changed.</summary>
    Contradiction,
}
