using Evidence.Ledger.Keys;
using Evidence.Pipeline.Custody.Disposing;
using Evidence.Pipeline.Custody.Holding;
using Evidence.Pipeline.Custody.Observing;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Custody;

/// <summary>What is done about evidence that is kept, each time with a record of it.</summary>
public sealed class Custodian
{
    private readonly EvidencePipeline _pipeline;
    private readonly IVaultStore _store;
    private readonly PipelineSettings _settings;
    private readonly TimeProvider _time;

    internal Custodian(EvidencePipeline pipeline, IVaultStore store, PipelineSettings settings, TimeProvider time) =>
        (_pipeline, _store, _settings, _time) = (pipeline, store, settings, time);

    /// <summary>
    /// Looks at every object of the vault, compares it with the last observation, and records what was seen.
    /// </summary>
    /// <param name="digestPercent">How many of a hundred objects are read again for their digest, 0 to 100.</param>
    /// <param name="by">Name of the key to sign with, or null for the usual one.</param>
    /// <param name="progress">Told as it goes, or null.</param>
    /// <param name="cancellationToken">Stops it; nothing is recorded then.</param>
    /// <exception cref="EvidenceException">The store cannot be read, or there is nothing in it.</exception>
    public async Task<ObservationResult> ObserveAsync(
        int digestPercent,
        string? by,
        IProgress<ObservationProgress>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digestPercent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digestPercent, 100);
        using var signer = await _settings.Signers.OpenAsync(by, cancellationToken);
        var observer = new Observer(
            _store,
            _pipeline.Reader,
            NewState,
            (item, stop) => _pipeline.AddAsync(item, signer, stop),
            _settings,
            _time);
        return await observer.ObserveAsync(digestPercent, progress, cancellationToken);
    }

    /// <summary>
    /// Puts a legal hold on the payload of a record, in the store and then in the ledger. Run again, it completes what
    /// was interrupted and records nothing twice.
    /// </summary>
    /// <param name="id">The record's id, or its first four or more digits.</param>
    /// <param name="matter">What it is for: a case, an investigation.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Name of the key of whoever decides it.</param>
    /// <param name="cancellationToken">Stops it, between two writes.</param>
    /// <exception cref="EvidenceException">It is not held, or not recorded: nothing is promised.</exception>
    public Task<HoldReceipt> HoldAsync(
        string id, string matter, string reason, string by, CancellationToken cancellationToken) =>
        AsAsync(by, KeyRole.HoldOfficer, (trusted, signer) => Holds(trusted, signer)
            .PlaceAsync(id, matter, reason, cancellationToken), cancellationToken);

    /// <summary>
    /// Releases a legal hold, in the ledger and then in the store. Needs somebody else than who put it on. A version
    /// stays held as long as another hold is on it.
    /// </summary>
    /// <param name="id">Id of the record of the hold, or its first four or more digits.</param>
    /// <param name="reason">Why it ends.</param>
    /// <param name="by">Name of the key of whoever decides it.</param>
    /// <param name="cancellationToken">Stops it, between two writes.</param>
    /// <exception cref="EvidenceException">It is not released, or the store still holds it.</exception>
    public Task<ReleaseReceipt> ReleaseAsync(
        string id, string reason, string by, CancellationToken cancellationToken) =>
        AsAsync(by, KeyRole.HoldOfficer, (trusted, signer) => Holds(trusted, signer)
            .ReleaseAsync(id, reason, cancellationToken), cancellationToken);

    /// <summary>
    /// Deletes payloads whose retention has ended, with a record before and one after. Run again, it completes what was
    /// interrupted.
    /// </summary>
    /// <param name="most">Most payloads of this run.</param>
    /// <param name="by">Name of the key of whoever decides it.</param>
    /// <param name="progress">Told of each payload, or null.</param>
    /// <param name="cancellationToken">Stops it; what was announced is completed by the next run.</param>
    /// <exception cref="EvidenceException">The ledger does not verify, or the store cannot be reached.</exception>
    public Task<DispositionRun> DisposeAsync(
        int most, string by, IProgress<DispositionResult>? progress, CancellationToken cancellationToken) =>
        AsAsync(by, KeyRole.Custodian, (_, signer) => new Disposer(
            _store, _pipeline, signer, _settings.Budget, _time).RunAsync(most, progress, cancellationToken),
            cancellationToken);

    /// <summary>Finds what <see cref="DisposeAsync"/> would delete, and changes nothing.</summary>
    /// <param name="most">Most payloads to look for.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EvidenceException">The ledger does not verify, or the store cannot be reached.</exception>
    public async Task<DispositionRun> PlanDispositionAsync(int most, CancellationToken cancellationToken)
    {
        var state = await ReadStateAsync(cancellationToken);
        var planned = await new ExpiredPayloads(_store, _pipeline, _settings.Budget, _time)
            .FindAsync(most, state, cancellationToken);
        return new DispositionRun([], planned, [.. state.OpenIntents.Keys]);
    }

    /// <summary>
    /// Records that a key takes the place of another, signed by the other, and notes it in the trust folder.
    /// </summary>
    /// <param name="old">Name of the key that is replaced.</param>
    /// <param name="replacement">The key that takes its place.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Index of the record.</returns>
    public Task<long> RotateKeyAsync(string old, TrustedKey replacement, CancellationToken cancellationToken) =>
        AsAsync(old, KeyRole.Writer, (trusted, signer) => trusted.TryGet(signer.PublicKey.KeyId, out var key)
            ? Changes().RotateAsync(key, replacement, signer, cancellationToken)
            : throw new InvalidOperationException("A key that may sign is a trusted one."), cancellationToken);

    /// <summary>
    /// Records that a key is not believed any more from that record on, and notes it in the trust folder. Needs a key
    /// that may revoke others, or the key itself.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Name of the key to sign with.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Index of the record: nothing that the key signed after it is believed.</returns>
    public async Task<long> RevokeKeyAsync(
        TrustedKey key, string reason, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        using (var signer = await _settings.Signers.OpenAsync(by, cancellationToken))
        {
            if (signer.PublicKey.KeyId == key.Id)
            {
                return await Changes().RevokeAsync(key, reason, signer, cancellationToken);
            }
        }

        return await AsAsync(
            by,
            KeyRole.KeyOfficer,
            (_, signer) => Changes().RevokeAsync(key, reason, signer, cancellationToken),
            cancellationToken);
    }

    /// <summary>What the ledger says about custody.</summary>
    /// <exception cref="EvidenceException">The store cannot be read.</exception>
    public async Task<CustodyState> ReadStateAsync(CancellationToken cancellationToken)
    {
        var state = NewState();
        await foreach (var batch in _pipeline.ReadAsync(cancellationToken))
        {
            foreach (var record in batch.Records)
            {
                state.Add(record);
            }
        }

        return state;
    }

    private KeyChanges Changes() => new(_pipeline, new TrustFolder(_settings.TrustFolder));

    private LegalHolds Holds(TrustedKeys trusted, ISigner signer) =>
        new(_store, _pipeline, trusted, signer, _settings.Budget, _time);

    /// <summary>Does something in somebody's name, if they may.</summary>
    private async Task<T> AsAsync<T>(
        string by, KeyRole role, Func<TrustedKeys, ISigner, Task<T>> work, CancellationToken cancellationToken)
    {
        using var signer = await _settings.Signers.OpenAsync(by, cancellationToken);
        var trusted = _pipeline.Trusted();
        if (!trusted.TryGet(signer.PublicKey.KeyId, out var key) || !key.Roles.Contains(role))
        {
            throw new EvidenceException(
                EvidenceFault.BadInput,
                $"The key {Quoted.Of(by)} may not sign as {KeyRoles.ToText(role)}, so no reader would believe it. "
                + "Nothing "
                + "was changed. Use the key of somebody who may; `./strata evidence key list` shows them.");
        }

        // What an interrupted run decided and did not publish would not be seen, and be recorded once more.
        await _pipeline.Appender(signer).PrepareAsync(cancellationToken);
        return await work(trusted, signer);
    }

    private CustodyState NewState() => new(_pipeline.Trusted());
}
