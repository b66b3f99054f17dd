namespace Evidence.Pipeline.Vault.S3;

/// <summary>How a large object is cut. Source of the limits: Amazon S3 User Guide, "multipart upload limits".</summary>
internal sealed record PartPlan(long Length, int PartSize, int InFlight)
{
    /// <summary>Sent at once up to here: one request, and the lock comes with it on every store.</summary>
    public const int LargestSinglePut = 8 * 1024 * 1024;

    // At least 5 MiB by the format. Larger parts cost memory, smaller ones requests.
    private const int SmallestPart = 8 * 1024 * 1024;
    private const int MostParts = 10_000;
    private const int MostInFlight = 4;
    private const long MostInMemory = 64L * 1024 * 1024;
    private const int Mebibyte = 1024 * 1024;

    public int Count => (int)((Length + PartSize - 1) / PartSize);

    public static PartPlan For(long length)
    {
        var needed = (length + MostParts - 1) / MostParts;
        var size = Math.Max(SmallestPart, (needed + Mebibyte - 1) / Mebibyte * Mebibyte);
        return size <= Array.MaxLength
            ? new PartPlan(length, (int)size, (int)Math.Clamp(MostInMemory / size, 1, MostInFlight))
            : throw new EvidenceException(
                EvidenceFault.BadInput,
                $"A file of {length} bytes is larger than any S3 store takes (5 TiB). Split it.");
    }

    public int LengthOf(int number) => (int)Math.Min(PartSize, Length - ((long)(number - 1) * PartSize));
}
