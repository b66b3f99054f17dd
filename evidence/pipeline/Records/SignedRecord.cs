using Evidence.Ledger;
using Evidence.Ledger.Dsse;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Records;

/// <summary>A record, signed and ready to be appended.</summary>
/// <param name="Id">SHA-256 of the signed statement: the same however many signatures are around it.</param>
/// <param name="Envelope">The DSSE envelope as it stands in the ledger: one line of JSON.</param>
/// <param name="Lock">The lock of its payload, which it must not be outlived by.</param>
public sealed record SignedRecord(Sha256Hash Id, ReadOnlyMemory<byte> Envelope, ObjectLock Lock)
{
    /// <summary>Signs a statement about one payload.</summary>
    /// <exception cref="EvidenceException">The statement is too long for one entry of the ledger.</exception>
    public static async Task<SignedRecord> SignAsync(
        Subject subject, EvidencePredicate predicate, ISigner signer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var statement = new Statement([subject], EvidencePredicate.Type, predicate.ToJson()).ToUtf8Json();
        var envelope = await DsseEnvelope.SignAsync(Statement.PayloadType, statement, [signer], cancellationToken);
        try
        {
            return new SignedRecord(Sha256Hash.Of(statement), envelope.ToUtf8Json(), predicate.Retention.ToLock());
        }
        catch (LedgerFormatException e)
        {
            throw new EvidenceException(
                EvidenceFault.BadInput,
                $"The statement about {Text.Quoted.Of(subject.Name ?? "")} is too long: {e.Message} Use a shorter name "
                + "or fewer controls.",
                e);
        }
    }
}
