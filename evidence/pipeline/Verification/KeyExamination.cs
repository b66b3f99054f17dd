using Evidence.Ledger;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Verification;

/// <summary>
/// Looks at everything that stands on one key. Object Lock protects versions, not keys: anyone who may write can put a
/// newer version or a delete marker on top, which harms no reader who goes by version id but is never innocent.
/// </summary>
internal static class KeyExamination
{
    /// <summary>Findings about whatever is on the key besides <paramref name="genuine"/>.</summary>
    public static async Task<IReadOnlyList<Finding>> ExamineAsync(
        IVaultStore store,
        IEnumerable<ListedVersion> onKey,
        VaultLocation genuine,
        Sha256Hash digest,
        long size,
        Attempts attempts,
        CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var other in onKey.Where(v => v.At != genuine))
        {
            if (other.IsDeleteMarker)
            {
                findings.Add(new Finding(
                    FindingCode.DeleteMarker,
                    $"A delete marker ({other.At.VersionId}) was put on \"{genuine.Key}\". The original, version "
                    + $"\"{genuine.VersionId}\", is still served."));
            }
            else if (other.Size != size || await DigestAsync(other) != digest)
            {
                findings.Add(new Finding(
                    FindingCode.ForeignVersion,
                    $"Other bytes were put on \"{genuine.Key}\" as version \"{other.At.VersionId}\". The original, "
                    + $"version \"{genuine.VersionId}\", is still served."));
            }
        }

        return findings;

        // The same bytes once more are what an interrupted or simultaneous add leaves behind: nothing to report.
        async Task<Sha256Hash> DigestAsync(ListedVersion other)
        {
            try
            {
                var read = await attempts.RunAsync(
                    stop => store.DigestAsync(other.At, stop), other.Size, $"read {other.At}", cancellationToken);
                return read.Digest;
            }
            catch (EvidenceException e) when (e.Fault is EvidenceFault.NotFound)
            {
                return digest; // Gone since it was listed: there is nothing left to report.
            }
        }
    }
}
