using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evidence.Ledger;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Gates.Rules;
using Evidence.Pipeline.Gates.Waivers;
using Evidence.Pipeline.Recording;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Verification;

namespace Evidence.Pipeline.Gates;

/// <summary>Decides gates from the ledger, and records decisions, waivers and how far workstreams are.</summary>
public sealed class GateKeeper
{
    private const string Yaml = "application/yaml";

    private static readonly string[] _controls = ["SOC2-CC8.1", "NIST-CA-7"];

    // What others put beside an entry is no doubt about it: the original is still served, and verification reports it.
    private static readonly FindingCode[] _harmless =
        [FindingCode.ForeignObject, FindingCode.ForeignVersion, FindingCode.DeleteMarker];

    private readonly EvidencePipeline _pipeline;
    private readonly GateRules _rules;
    private readonly PipelineSettings _settings;
    private readonly TimeProvider _time;

    internal GateKeeper(EvidencePipeline pipeline, GateRules rules, PipelineSettings settings, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(rules);
        (_pipeline, _rules, _settings, _time) = (pipeline, rules, settings, time);
    }

    /// <summary>Reads the ledger as gates see it.</summary>
    /// <param name="until">Where it ends, as of <see cref="GateEvidence"/>; null of all of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EvidenceException">
    /// The store cannot be read, or an entry cannot be verified: nothing is decided from less than everything.
    /// </exception>
    public async Task<GateEvidence> ReadAsync(DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var evidence = new GateEvidence(_rules, _pipeline.Trusted(), until);
        await foreach (var batch in _pipeline.ReadAsync(cancellationToken))
        {
            if (batch.Batch.Findings.FirstOrDefault(f => !_harmless.Contains(f.Code)) is { } doubt)
            {
                throw new EvidenceException(
                    EvidenceFault.Contradiction,
                    $"Will not decide from a ledger that cannot be verified: {doubt.Reason} `./strata evidence verify` "
                    + "says what else is wrong.");
            }

            var records = batch.Records.ToDictionary(r => r.Place.Index);
            for (var i = 0; i < batch.Batch.Envelopes.Count; i++)
            {
                evidence.Add(batch.Batch.Envelopes[i], records.GetValueOrDefault(batch.Batch.First + i));
            }
        }

        return evidence;
    }

    /// <summary>Decides a gate and records the decision, whatever it is.</summary>
    /// <param name="gate">Name of the gate.</param>
    /// <param name="at">The time to decide for, with the ledger as it was then; null of now.</param>
    /// <param name="by">Name of the key to sign with, or null for the usual one.</param>
    /// <param name="cancellationToken">Stops it; nothing is recorded then.</param>
    /// <exception cref="EvidenceException">
    /// There is no such gate, the time is yet to come, or the ledger cannot be read.
    /// </exception>
    public async Task<GateResult> DecideAsync(
        string gate, DateTimeOffset? at, string? by, CancellationToken cancellationToken)
    {
        var (rule, now) = (_rules.GateOf(gate), Now());
        if (at > now)
        {
            throw Bad($"Cannot decide for {UtcTimestamp.ToText(at.Value)}: that is yet to come. It is "
                + $"{UtcTimestamp.ToText(now)}.");
        }

        var evidence = await ReadAsync(at, cancellationToken);
        var decision = evidence.Decide(rule.Name, _settings.Environment, at ?? now);
        using var signer = await _settings.Signers.OpenAsync(by, cancellationToken);

        // The rules first: a crash in between leaves rules that decided nothing. The other order would leave a decision
        // that nobody can replay from the ledger alone.
        await RecordRulesAsync(evidence, GateRules.GatesFile, _rules.GatesBytes, signer, cancellationToken);
        await RecordRulesAsync(
            evidence, GateRules.WorkstreamsFile, _rules.WorkstreamsBytes, signer, cancellationToken);
        var fact = new DecisionFact(
            decision.At, decision.Gate, decision.Ledger.Root, decision.Ledger.Size, decision.Passed);
        var item = EvidenceItem.FromBytes(
            $"gate {gate} at {UtcTimestamp.ToText(decision.At)}",
            decision.ToUtf8Json(),
            GateDecision.MediaType,
            GateKinds.Decision,
            rule.Controls) with
        {
            Fact = JsonSerializer.SerializeToElement(fact, GateJson.Default.DecisionFact),
            Outcome = decision.Passed ? RecordOutcome.Passed : RecordOutcome.Failed,
        };
        return new GateResult(decision, await _pipeline.AddAsync(item, signer, cancellationToken));
    }

    /// <summary>All waivers of the ledger, and why each one does not count now; null of those that do.</summary>
    public async Task<IReadOnlyList<(Waiver Waiver, string? Refusal)>> ListWaiversAsync(
        CancellationToken cancellationToken)
    {
        var evidence = await ReadAsync(until: null, cancellationToken);
        var book = new WaiverBook(evidence.Records, evidence.Trusted);
        return [.. book.All.Select(w => (w, WaiverRules.RefusalAt(w, _time.GetUtcNow(), _rules)))];
    }

    /// <summary>Asks for a waiver. It counts when somebody else has approved it.</summary>
    /// <exception cref="EvidenceException">It could never count, for the reason given.</exception>
    public async Task<EvidenceReceipt> RequestWaiverAsync(
        WaiverRequest request, string? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (WaiverRules.RefusalOf(request, _time.GetUtcNow(), _rules) is { } refusal)
        {
            throw Bad($"Cannot ask for the waiver: {refusal} Nothing was recorded.");
        }

        using var signer = await _settings.Signers.OpenAsync(by, cancellationToken);
        return await AddAsync(
            $"waiver of {request.Requirement} of {request.Gate}",
            GateKinds.WaiverRequest,
            request,
            GateJson.Default.WaiverRequest,
            signer,
            cancellationToken);
    }

    /// <summary>Approves a waiver, with another key than it was asked for with.</summary>
    /// <param name="id">Id of the request's record: at least four hexadecimal digits.</param>
    /// <param name="by">Name of the approver's key.</param>
    /// <param name="cancellationToken">Stops it; nothing is recorded then.</param>
    /// <exception cref="EvidenceException">It may not be, for the reason given. Nothing was recorded.</exception>
    public async Task<EvidenceReceipt> ApproveWaiverAsync(string id, string by, CancellationToken cancellationToken)
    {
        var record = await _pipeline.FindAsync(id, cancellationToken);
        var evidence = await ReadAsync(until: null, cancellationToken);
        using var signer = await _settings.Signers.OpenAsync(by, cancellationToken);
        string[] key = [signer.PublicKey.KeyId];
        var index = record.Place.Index;
        var refusal = new WaiverBook(evidence.Records, evidence.Trusted).At(index) is not { } waiver
            ? $"Entry {index} asks for no waiver, or no trusted key signed it."
            : waiver.Approval is { } approval
            ? $"It was approved by entry {approval.Place.Index} already."
            : WaiverRules.RefusalOf(waiver, key, evidence.Trusted.IdentitiesOf(key))
            ?? (evidence.Trusted.TryGet(key[0], out var trusted)
                ? trusted.RefusalAt(evidence.Size, KeyRole.Approver)
                : null)
            ?? WaiverRules.RefusalOf(waiver.Request, record.Predicate.CollectedAt, _rules)
            ?? (waiver.Request.Expires <= _time.GetUtcNow()
                ? $"It ended at {UtcTimestamp.ToText(waiver.Request.Expires)}."
                : null);
        return refusal is null
            ? await AddAsync(
                $"approval of the waiver of entry {index}",
                GateKinds.WaiverApproval,
                new WaiverApproval(record.Id.ToString(), index),
                GateJson.Default.WaiverApproval,
                signer,
                cancellationToken)
            : throw Bad($"Cannot approve the waiver: {refusal} Nothing was recorded.");
    }

    /// <summary>Records how far a workstream is.</summary>
    /// <exception cref="EvidenceException">There is no such workstream, or it has no owner.</exception>
    public async Task<EvidenceReceipt> SetWorkstreamAsync(
        WorkstreamStatus status, string? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(status);
        var stream = _rules.WorkstreamOf(status.Workstream);
        if (string.IsNullOrWhiteSpace(status.Owner) || status.Owner.Length > EvidenceItem.LongestName)
        {
            throw Bad($"The workstream \"{stream.Name}\" needs an owner, found {Quoted.Of(status.Owner)}.");
        }

        using var signer = await _settings.Signers.OpenAsync(by, cancellationToken);
        return await AddAsync(
            GateJudge.NameOf(stream.Name),
            GateKinds.WorkstreamStatus,
            status,
            GateJson.Default.WorkstreamStatus,
            signer,
            cancellationToken);
    }

    private async Task RecordRulesAsync(
        GateEvidence evidence,
        string file,
        ReadOnlyMemory<byte> bytes,
        OpenSigner signer,
        CancellationToken cancellationToken)
    {
        var digest = Sha256Hash.Of(bytes.Span);
        if (!evidence.Records.Any(r =>
            r.Predicate.Kind == GateKinds.Rules && r.SignedBy.Count > 0 && r.Subject.Sha256 == digest))
        {
            await _pipeline.AddAsync(
                EvidenceItem.FromBytes(file, bytes, Yaml, GateKinds.Rules, _controls) with
                {
                    Fact = JsonSerializer.SerializeToElement(new RulesFact(file), GateJson.Default.RulesFact),
                },
                signer,
                cancellationToken);
        }
    }

    private Task<EvidenceReceipt> AddAsync<T>(
        string name,
        string kind,
        T fact,
        JsonTypeInfo<T> type,
        OpenSigner signer,
        CancellationToken cancellationToken) =>
        _pipeline.AddAsync(
            EvidenceItem.FromFact(name, kind, JsonSerializer.SerializeToElement(fact, type), _controls),
            signer,
            cancellationToken);

    /// <summary>Whole seconds: what people will type after <c>--at</c>.</summary>
    private DateTimeOffset Now()
    {
        var now = _time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }

    private static EvidenceException Bad(string sentence) => new(EvidenceFault.BadInput, sentence);
}
