using Evidence.Pipeline.Records;

namespace Evidence.Pipeline.Custody.Holding;

/// <summary>A hold that is set in the store and recorded.</summary>
/// <param name="Hold">What its record states.</param>
/// <param name="Index">Index of its record: what a release refers to.</param>
/// <param name="Held">The record whose payload is held.</param>
/// <param name="AlreadyRecorded">Whether it was recorded before, and only the store was looked at.</param>
public sealed record HoldReceipt(LegalHold Hold, long Index, StoredRecord Held, bool AlreadyRecorded);
