using System.Text.Json;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Custody.Observing;

/// <summary>What an observation has seen so far.</summary>
internal sealed class ObservationRun(
    DirectoryInfo folder, int digestPercent, DateTimeOffset startedAt, IProgress<ObservationProgress>? progress)
    : IAsyncDisposable
{
    // More payloads without a lock than this are one finding, and it is made with the first of them.
    private const int MostUnlocked = 10_000;

    private readonly List<ObservedFinding> _findings = [];
    private readonly FileStream _allFindings = File.Create(Path.Combine(folder.FullName, "findings"));
    private long _bytes;
    private long _bytesRead;
    private long _markers;
    private long _versions;
    private long _findingCount;

    public ObservationSample Sample { get; } = new(digestPercent, startedAt);

    public string LinesFile { get; } = Path.Combine(folder.FullName, "lines");

    public string PreviousFile { get; } = Path.Combine(folder.FullName, "previous");

    public HashSet<VaultLocation> Unlocked { get; } = [];

    public IReadOnlyList<ObservedFinding> Findings => _findings;

    public bool IsEmpty => _versions + _markers + _findingCount == 0;

    public async Task AddAsync(Stream lines, ObservedKey key, CancellationToken cancellationToken)
    {
        foreach (var version in key.Versions)
        {
            await ObservationLines.WriteAsync(lines, version, cancellationToken);
            _bytes += version.Size;
            _ = version.IsMarker ? _markers++ : _versions++;
        }

        _bytesRead += key.BytesRead;
        if (key.Unlocked is { } unlocked && Unlocked.Count < MostUnlocked)
        {
            Unlocked.Add(unlocked);
        }

        foreach (var finding in key.Findings)
        {
            Find(finding);
        }

        progress?.Report(new ObservationProgress(_versions, _bytesRead, _findingCount));
    }

    public void Find(ObservedFinding finding)
    {
        _findingCount++;
        JsonSerializer.Serialize(_allFindings, finding, FactJson.Default.ObservedFinding);
        _allFindings.WriteByte((byte)'\n');
        if (_findings.Count < Observer.MostFindings)
        {
            _findings.Add(finding);
        }
    }

    /// <summary>Whether the scan has said the same: the ledger's reader looks at its keys too.</summary>
    public bool Knows(Finding finding) => _findings.Exists(
        f => f.Finding == finding.Code && finding.Reason.Contains(f.Version, StringComparison.Ordinal));

    /// <summary>Whether the scan has found it already, without the observation before.</summary>
    public bool Knows(ObservedFinding finding) => _findings.Exists(f =>
        f.Finding == finding.Finding && f.Key == finding.Key && f.Version == finding.Version);

    /// <summary>Puts the findings after the versions.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await using var lines = new FileStream(LinesFile, FileMode.Append, FileAccess.Write);
        _allFindings.Position = 0;
        await _allFindings.CopyToAsync(lines, cancellationToken);
    }

    public CustodyObservation ToObservation(DateTimeOffset finishedAt, CustodyState state) => new(
        _bytes,
        _bytesRead,
        _markers,
        Sample.Percent,
        [.. _findings.Take(CustodyObservation.MostFindings)],
        _findingCount,
        finishedAt,
        state.Size,
        Sample.StartedAt,
        _versions,
        state.LastObservation?.Place.Index);

    public ValueTask DisposeAsync() => _allFindings.DisposeAsync();
}
