using Evidence.Ledger.Keys;
using Evidence.Ledger.Proofs;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Gates;
using Evidence.Pipeline.Gates.Rules;
using Evidence.Pipeline.Log;
using Evidence.Pipeline.Log.Heads;
using Evidence.Pipeline.Recording;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline;

/// <summary>
/// Evidence of one environment: adds it, lists it, proves it. Safe to use from many threads and processes at once.
/// </summary>
/// <example>
/// <code>
/// using var store = new S3VaultStore(connection, settings.Budget, time);
/// using var heads = new S3HeadStore(headConnection, settings.Budget, time);
/// var pipeline = new EvidencePipeline(store, heads, settings, time);
/// var receipt = await pipeline.AddAsync(
///     EvidenceItem.FromBytes("deployment.json", bytes, "application/json", "deployment", ["SOC2-CC8.1"]), stop);
/// </code>
/// </example>
public sealed class EvidencePipeline
{
    private readonly IVaultStore _store;
    private readonly PipelineSettings _settings;
    private readonly TimeProvider _time;
    private readonly IHeadStore _heads;
    private readonly TrustFolder _trust;

    /// <summary>Needs neither key nor store before the first call.</summary>
    public EvidencePipeline(IVaultStore store, IHeadStore heads, PipelineSettings settings, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(settings);
        (_store, _heads, _settings, _time) = (store, heads, settings, time);
        _trust = new TrustFolder(settings.TrustFolder);
    }

    /// <summary>What is done about evidence that is kept: observed, held, released, disposed of.</summary>
    public Custodian Custody => new(this, _store, _settings, _time);

    /// <summary>
    /// Decides gates by <paramref name="rules"/>, and records what they need: waivers and how far workstreams are.
    /// </summary>
    public GateKeeper Gates(GateRules rules) => new(this, rules, _settings, _time);

    /// <summary>Name of the ledger in a bucket: never used for another, as no bucket's name is.</summary>
    public static string OriginOf(string bucket) => $"strata.dev/ledger/{bucket}";

    /// <summary>Adds one item.</summary>
    /// <exception cref="EvidenceException">It is not acknowledged, for the reason given.</exception>
    public async Task<EvidenceReceipt> AddAsync(EvidenceItem item, CancellationToken cancellationToken)
    {
        var result = await AddAsync([item], progress: null, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return result.Failures is [var failure, ..] ? throw failure.Reason : result.Receipts[0];
    }

    /// <summary>
    /// Adds many. Returns what became of each, also when something stops the run: whatever has a receipt is
    /// acknowledged.
    /// </summary>
    /// <exception cref="EvidenceException">
    /// Nothing was begun: an unknown kind, no key, a store that cannot lock.
    /// </exception>
    public async Task<AddResult> AddAsync(
        IReadOnlyList<EvidenceItem> items, IProgress<AddProgress>? progress, CancellationToken cancellationToken)
    {
        using var signer = await _settings.Signers.OpenAsync(name: null, cancellationToken);
        return await Recorder(signer, signer).AddAsync(items, progress, cancellationToken);
    }

    /// <summary>All records, oldest batch first, each with what its signature is worth.</summary>
    public IAsyncEnumerable<ReadBatch> ReadAsync(CancellationToken cancellationToken) =>
        Reader().ReadAsync(cancellationToken);

    /// <summary>The one record whose id starts with <paramref name="id"/>: at least four hexadecimal digits.</summary>
    /// <exception cref="EvidenceException">There is none, or more than one.</exception>
    public async Task<StoredRecord> FindAsync(string id, CancellationToken cancellationToken) =>
        (await Reader().FindAsync([id], cancellationToken))[0].Record;

    /// <summary>Verdicts on the records named, or on all, as they are reached.</summary>
    /// <exception cref="EvidenceException">
    /// A record that was named does not exist, or the store cannot be read.
    /// </exception>
    public IAsyncEnumerable<RecordVerdict> VerifyAsync(
        IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        new RecordVerifier(_store, Reader(), Custody.ReadStateAsync, _settings.Budget, _time)
            .VerifyAsync(ids, cancellationToken);

    /// <summary>
    /// The proof that a record is in the ledger: verifies offline, with its envelope and the log's key.
    /// </summary>
    /// <exception cref="EvidenceException">There is no such record, or the ledger is not what it must be.</exception>
    public Task<TlogProof> ProveAsync(StoredRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Ledger(Trusted()).ProveAsync(record.Place.Index, cancellationToken);
    }

    internal TrustedKeys Trusted() => _trust.LoadKeys();

    internal RecordReader Reader()
    {
        var trusted = Trusted();
        return new RecordReader(Ledger(trusted), trusted);
    }

    /// <summary>
    /// Adds one item in the name of <paramref name="signer"/>. Whoever may not sign the log leaves that to the key that
    /// records are signed with.
    /// </summary>
    internal async Task<EvidenceReceipt> AddAsync(
        EvidenceItem item, ISigner signer, CancellationToken cancellationToken)
    {
        using var other = Trusted().TryGet(signer.PublicKey.KeyId, out var key) && key.Roles.Contains(KeyRole.Log)
            ? null
            : await _settings.Signers.OpenAsync(name: null, cancellationToken);
        var result = await Recorder(signer, other ?? signer).AddAsync([item], progress: null, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return result.Failures is [var failure, ..] ? throw failure.Reason : result.Receipts[0];
    }

    private Recorder Recorder(ISigner signer, ISigner log) =>
        new(_store, Appender(log), signer, EvidenceCatalogue.Current, _settings, _time);

    private LedgerReader Ledger(TrustedKeys trusted)
    {
        var origin = OriginOf(_store.Bucket);
        var opener = new LedgerOpener(_store, _heads, Named(trusted), origin, _settings.Budget, _time);
        return new LedgerReader(_store, opener, _settings.Budget, _time);
    }

    internal LedgerAppender Appender(ISigner signer)
    {
        var origin = OriginOf(_store.Bucket);
        var publisher = new LogPublisher(_store, _settings.Budget, _time);
        var checkpoints = new PublishedCheckpoints(_store, Named(Trusted()), origin, _settings.Budget, _time);
        var tips = new TipReader(_store, _heads, checkpoints, publisher, _settings.Ledger, _settings.Budget, _time);
        var clock = new WriterClock(_store, Trusted(), _settings.Budget, _time);
        return new LedgerAppender(
            tips, publisher, _heads, clock, signer, origin, _settings.Ledger, _settings.Budget, _time);
    }

    private LogKeys Named(TrustedKeys trusted) => new(OriginOf(_store.Bucket), trusted);
}
