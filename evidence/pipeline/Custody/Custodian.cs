using Evidence.Pipeline.Custody.Observing;
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

    private CustodyState NewState() => new(_pipeline.Trusted());
}
