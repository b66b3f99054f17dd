namespace Evidence.Pipeline.Verification;

/// <summary>What verification found. The names are part of the JSON output: never renamed.</summary>
public enum FindingCode
{
    /// <summary>No key of the trust folder made the signature.</summary>
    SignatureNotTrusted,

    /// <summary>What is stored is no record that this version can read.</summary>
    RecordUnreadable,

    /// <summary>
    /// Entries, or the hashes over them, are missing or not those that the ledger's checkpoint commits to.
    /// </summary>
    RecordsAltered,

    /// <summary>Two signed checkpoints contradict each other: the ledger shows two histories.</summary>
    LedgerForked,

    /// <summary>The ledger's head is gone, or behind a locked checkpoint.</summary>
    LedgerRolledBack,

    /// <summary>A checkpoint that was published is not there: entries were cut off.</summary>
    LedgerTruncated,

    /// <summary>What stands in place of the ledger's head is not signed by a trusted key, or is no head.</summary>
    HeadReplaced,

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

    /// <summary>The date of a lock is earlier than it was observed to be.</summary>
    RetentionShortened,

    /// <summary>A version that was locked is gone, and no disposition says why.</summary>
    ObjectVanished,

    /// <summary>A release that nobody may give: of no hold, or by whoever put the hold on.</summary>
    ReleaseInvalid,

    /// <summary>A disposition of what was not yet to be deleted.</summary>
    DispositionInvalid,

    /// <summary>The last observation cannot be read, so nothing can be compared with it.</summary>
    ObservationUnreadable,

    /// <summary>The time of a record is far before that of one that precedes it, or after now.</summary>
    ClockSetBack,
}
