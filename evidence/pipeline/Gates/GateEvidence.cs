using Evidence.Ledger;
using Evidence.Ledger.Tree;
using Evidence.Pipeline.Gates.Rules;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Gates;

/// <summary>
/// A ledger as gates see it: every entry goes into its root, and the records that rules speak of are kept. Take the
/// entries in their order, from the first on. For one caller at a time.
/// </summary>
/// <param name="rules">The rules.</param>
/// <param name="trusted">The keys that this reader believes.</param>
/// <param name="until">
/// Where the ledger ends for it: before the first record that a trusted key says was collected later. Null: nowhere.
/// A decision for a past time so never sees what was logged after it.
/// </param>
public sealed class GateEvidence(GateRules rules, TrustedKeys trusted, DateTimeOffset? until = null)
{
    private readonly CompactRange _tree = new();
    private readonly List<StoredRecord> _records = [];
    private readonly List<long> _unreadable = [];

    /// <summary>Entries that were taken.</summary>
    public long Size => _tree.Size;

    /// <summary>Whether nothing after the last entry that was taken is looked at.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>When the first record was collected, or null.</summary>
    public DateTimeOffset? Begun { get; private set; }

    /// <summary>The records that the rules speak of, in their order, also those that no trusted key signed.</summary>
    public IReadOnlyList<StoredRecord> Records => _records;

    internal GateRules Rules => rules;

    internal TrustedKeys Trusted => trusted;

    internal IReadOnlyList<long> Unreadable => _unreadable;

    /// <summary>Reads entries as they stand in the ledger, and judges who signed each.</summary>
    public static GateEvidence Read(
        IEnumerable<ReadOnlyMemory<byte>> entries, GateRules rules, TrustedKeys trusted, DateTimeOffset? until = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var (evidence, judge) = (new GateEvidence(rules, trusted, until), new RecordJudge(trusted));
        foreach (var entry in entries)
        {
            evidence.Add(entry, Judge(entry, evidence.Size));
        }

        return evidence;

        StoredRecord? Judge(ReadOnlyMemory<byte> entry, long index)
        {
            try
            {
                return judge.Read(entry, new RecordPlace(index, new VaultLocation(VaultKeys.Ledger, "")));
            }
            catch (LedgerFormatException)
            {
                return null; // Decisions name its index.
            }
        }
    }

    /// <summary>Takes the next entry, with the record it is, or null if it is none.</summary>
    public void Add(ReadOnlyMemory<byte> entry, StoredRecord? record)
    {
        var isTrusted = record?.SignedBy.Count > 0;
        IsClosed |= isTrusted && record?.Predicate.CollectedAt > until;
        if (IsClosed)
        {
            return;
        }

        var index = _tree.Size;
        _tree.Append(TreeHash.Leaf(entry.Span));
        if (record is null)
        {
            _unreadable.Add(index);
            return;
        }

        Begun ??= isTrusted ? record.Predicate.CollectedAt : null;
        if (rules.Kinds.Contains(record.Predicate.Kind))
        {
            _records.Add(record);
        }
    }

    /// <summary>Root over all entries that were taken.</summary>
    public Sha256Hash Root() => _tree.Size == 0 ? TreeHash.Empty : _tree.Root();

    /// <summary>Decides a gate. The same evidence always decides the same.</summary>
    /// <exception cref="EvidenceException">There is no such gate.</exception>
    public GateDecision Decide(string gate, string environment, DateTimeOffset at) =>
        new GateJudge(this, environment, at).Decide(rules.GateOf(gate));

    /// <summary>The newest statement about each workstream that a trusted key signed, by its name.</summary>
    public IReadOnlyDictionary<string, WorkstreamStatus> Statuses(string environment)
    {
        var statuses = new Dictionary<string, WorkstreamStatus>();
        foreach (var record in _records.Where(r => r.SignedBy.Count > 0 && r.Predicate.Environment == environment))
        {
            try
            {
                if (WorkstreamStatus.In(record) is { } status)
                {
                    statuses[status.Workstream] = status;
                }
            }
            catch (LedgerFormatException)
            {
                // It states nothing that could be listed. Decisions count it against the workstream.
            }
        }

        return statuses;
    }

    /// <summary>Expected runs that did not happen, up to <paramref name="at"/>.</summary>
    public IReadOnlyList<ExpectedGap> Gaps(string environment, DateTimeOffset at) =>
        [.. rules.Expected.SelectMany(run => ExpectedGap.Of(run, this, environment, at))];
}
