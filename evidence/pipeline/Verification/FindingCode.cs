namespace Evidence.Pipeline.Verification;

/// <summary>What verification found. The names are part of the JSON output: never renamed.</summary>
public enum FindingCode
{
    /// <summary>No key of the trust folder made the signature.</summary>
    SignatureNotTrusted,

    /// <summary>What is stored is no record that this version can read.</summary>
    RecordUnreadable,

    /// <summary>A batch of records does not have the digest that its key states.</summary>
    RecordsAltered,

    /// <summary>The payload's version is gone.</summary>
    PayloadMissing,

    /// <summary>The payload's bytes are not those that were signed.</summary>
    PayloadAltered,

    /// <summary>A version that must be locked is not, or its lock is weaker than stated.</summary>
    LockWeaker,

    /// <summary>A legal hold that was stated is gone.</summary>
    HoldMissing,

    /// <summary>Other bytes were put on a locked key. The original is still served.</summary>
    ForeignVersion,

    /// <summary>A delete marker was put on a locked key. The original is still served.</summary>
    DeleteMarker,

    /// <summary>Something stands among the records that is none.</summary>
    ForeignObject,
}
