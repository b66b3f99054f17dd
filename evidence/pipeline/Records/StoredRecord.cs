using Evidence.Ledger;
using Evidence.Ledger.Dsse;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Statements;

namespace Evidence.Pipeline.Records;

/// <summary>A record as it was read, with what its signature is worth to this reader.</summary>
public sealed record StoredRecord
{
    /// <summary>SHA-256 of the signed statement.</summary>
    public required Sha256Hash Id { get; init; }

    /// <summary>Where it is.</summary>
    public required RecordPlace Place { get; init; }

    /// <summary>What it is about.</summary>
    public required Subject Subject { get; init; }

    /// <summary>What it says.</summary>
    public required EvidencePredicate Predicate { get; init; }

    /// <summary>Ids of the trusted keys that signed it. None: believe nothing above.</summary>
    public required IReadOnlyList<string> SignedBy { get; init; }

    /// <summary>Why no signature counts, or null if one does.</summary>
    public required string? SignatureProblem { get; init; }

    /// <summary>Reads an envelope.</summary>
    /// <exception cref="LedgerFormatException">It holds no record that this version can read.</exception>
    internal static StoredRecord Read(ReadOnlyMemory<byte> utf8, RecordPlace place, IEnumerable<IVerifier> trusted)
    {
        var envelope = DsseEnvelope.Parse(utf8);
        var statement = Statement.In(envelope);
        if (statement.PredicateType != EvidencePredicate.Type)
        {
            throw new LedgerFormatException(
                $"The predicate type must be \"{EvidencePredicate.Type}\", found "
                + $"{Text.Quoted.Of(statement.PredicateType)}.");
        }

        if (statement.Subjects is not [var subject])
        {
            throw new LedgerFormatException($"A record has one subject, found {statement.Subjects.Count}.");
        }

        var verification = envelope.Verify(trusted);
        return new StoredRecord
        {
            Id = Sha256Hash.Of(envelope.Payload.Span),
            Place = place,
            Subject = subject,
            Predicate = EvidencePredicate.Parse(statement.Predicate),
            SignedBy = verification.KeyIds,
            SignatureProblem = verification.Meets(1)
                ? null
                : string.Join(' ', verification.Verdicts.Select(v => $"Signature {v.Index}: {v.Refusal}")),
        };
    }
}
