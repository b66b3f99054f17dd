using System.Runtime.CompilerServices;
using Evidence.Ledger;
using Evidence.Pipeline.Log;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Records;

/// <summary>Reads records and checks their signatures against the keys that this reader trusts.</summary>
internal sealed class RecordReader(LedgerReader ledger, TrustedKeys trusted)
{
    // Four digits are enough for a person to type and, with the refusal of ambiguous ones, never too few.
    private const int ShortestPrefix = 4;

    public async IAsyncEnumerable<ReadBatch> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var judge = new RecordJudge(trusted);
        await foreach (var batch in ledger.ReadAsync(cancellationToken))
        {
            var records = new List<StoredRecord>(batch.Envelopes.Count);
            var unreadable = new List<(RecordPlace, Finding)>();
            for (var i = 0; i < batch.Envelopes.Count; i++)
            {
                var place = new RecordPlace(batch.First + i, batch.At);
                try
                {
                    records.Add(judge.Read(batch.Envelopes[i], place));
                }
                catch (LedgerFormatException e)
                {
                    unreadable.Add((place, new Finding(
                        FindingCode.RecordUnreadable,
                        $"Entry {place.Index} of the ledger is no record that can be read: {e.Message}")));
                }
            }

            yield return new ReadBatch(batch, records, unreadable);
        }
    }

    /// <summary>
    /// The records whose ids start with one of <paramref name="prefixes"/>, each prefix meaning exactly one.
    /// </summary>
    public async Task<IReadOnlyList<(ReadBatch Batch, StoredRecord Record)>> FindAsync(
        IReadOnlyList<string> prefixes, CancellationToken cancellationToken)
    {
        var wanted = prefixes.Select(Normal).ToArray();
        var found = new Dictionary<string, (ReadBatch Batch, StoredRecord Record)>[wanted.Length];
        for (var i = 0; i < found.Length; i++)
        {
            found[i] = [];
        }

        await foreach (var batch in ReadAsync(cancellationToken))
        {
            foreach (var record in batch.Records)
            {
                var id = record.Id.ToString();
                for (var i = 0; i < wanted.Length; i++)
                {
                    if (id.StartsWith(wanted[i], StringComparison.Ordinal))
                    {
                        found[i].TryAdd(id, (batch, record));
                    }
                }
            }
        }

        return [.. found.Select((matches, i) => matches.Count == 1 ? matches.Values.Single() : throw NotOne(i))];

        EvidenceException NotOne(int i) => new(
            EvidenceFault.BadInput,
            found[i].Count == 0
                ? $"There is no record \"{wanted[i]}\". `./strata evidence list` shows those there are."
                : $"\"{wanted[i]}\" is the start of {found[i].Count} records, such as "
                + $"{string.Join(", ", found[i].Keys.Take(5))}. Type more of the one you mean.");
    }

    private static string Normal(string prefix)
    {
        var folded = prefix.Trim().ToLowerInvariant();
        return folded.Length is >= ShortestPrefix and <= 2 * Sha256Hash.Size && folded.All(char.IsAsciiHexDigitLower)
            ? folded
            : throw new EvidenceException(
                EvidenceFault.BadInput,
                $"{Quoted.Of(prefix)} is no record id: type its first {ShortestPrefix} or more hexadecimal digits.");
    }
}
