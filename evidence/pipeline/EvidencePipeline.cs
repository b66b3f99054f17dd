using Evidence.Pipeline.Catalogue;
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
/// var pipeline = new EvidencePipeline(store, settings, time);
/// var receipt = await pipeline.AddAsync(
///     EvidenceItem.FromBytes("deployment.json", bytes, "application/json", "deployment", ["SOC2-CC8.1"]), stop);
/// </code>
/// </example>
public sealed class EvidencePipeline
{
    private readonly IVaultStore _store;
    private readonly PipelineSettings _settings;
    private readonly TimeProvider _time;
    private readonly BatchRecordLog _log;
    private readonly TrustFolder _trust;

    /// <summary>Needs neither key nor store before the first call.</summary>
    public EvidencePipeline(IVaultStore store, PipelineSettings settings, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_store, _settings, _time) = (store, settings, time);
        _log = new BatchRecordLog(store, settings.Budget, time);
        _trust = new TrustFolder(settings.TrustFolder);
    }

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
        using var key = await LocalSigningKey.OpenOrCreateAsync(_settings.KeysFolder, _trust, _time, cancellationToken);
        var recorder = new Recorder(_store, _log, key, EvidenceCatalogue.Current, _settings, _time);
        return await recorder.AddAsync(items, progress, cancellationToken);
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
        new RecordVerifier(_store, Reader(), _settings.Budget, _time).VerifyAsync(ids, cancellationToken);

    private RecordReader Reader() => new(_log, _trust.Load());
}
