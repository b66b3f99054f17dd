using System.Text.Json;
using Evidence.Ledger.Keys;
using Evidence.Pipeline.Custody;

namespace Evidence.Pipeline.Signing;

/// <summary>
/// Replaces and revokes keys. A change is in the ledger first and in this machine's trust folder then: a crash in
/// between leaves a record that every reader obeys, and the same command completes the rest.
/// </summary>
internal sealed class KeyChanges(EvidencePipeline pipeline, TrustFolder trust)
{
    private static readonly string[] _controls = ["NIST-SC-12", "ISO27001-A.8.24"];

    /// <summary>
    /// Says with the old key that the new one takes its place. The old one stays believed until it is revoked: who
    /// appends with it right now loses nothing.
    /// </summary>
    public async Task<long> RotateAsync(
        TrustedKey old, TrustedKey replacement, ISigner signer, CancellationToken cancellationToken)
    {
        var fact = new KeyRotation(old.Identity, old.Id, replacement.Id, replacement.Key.ToPem());
        var item = EvidenceItem.FromFact(
            $"rotation of the key of {old.Identity}",
            CustodyKinds.KeyRotation,
            JsonSerializer.SerializeToElement(fact, FactJson.Default.KeyRotation),
            _controls);
        var receipt = await pipeline.AddAsync(item, signer, cancellationToken);
        trust.Put(old with { ReplacedBy = replacement.Id });
        return receipt.Record.Index;
    }

    /// <summary>Says that a key is not believed any more; recorded once, however often it is asked for.</summary>
    public async Task<long> RevokeAsync(
        TrustedKey key, string reason, ISigner signer, CancellationToken cancellationToken)
    {
        var at = await RevokedAtAsync(key.Id, cancellationToken);
        if (at is null)
        {
            var fact = new KeyRevocation(key.Identity, key.Id, reason, key.ReplacedBy);
            var item = EvidenceItem.FromFact(
                $"revocation of the key of {key.Identity}",
                CustodyKinds.KeyRevocation,
                JsonSerializer.SerializeToElement(fact, FactJson.Default.KeyRevocation),
                _controls);
            at = (await pipeline.AddAsync(item, signer, cancellationToken)).Record.Index;
        }

        trust.Put(key with { RevokedAt = at });
        return at.Value;
    }

    private async Task<long?> RevokedAtAsync(string keyId, CancellationToken cancellationToken)
    {
        await foreach (var batch in pipeline.ReadAsync(cancellationToken))
        {
            foreach (var record in batch.Records.Where(r => r.SignedBy.Count > 0))
            {
                if (KeyRevocation.In(record)?.Key == keyId)
                {
                    return record.Place.Index;
                }
            }
        }

        return null;
    }
}
