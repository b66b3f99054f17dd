using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Evidence.Ledger;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Gates;
using Evidence.Pipeline.Gates.Rules;
using Evidence.Pipeline.Gates.Waivers;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Vault;

namespace Evidence.Tests.Gates;

/// <summary>Entries of a ledger, really signed, without a store.</summary>
internal sealed class GateLedger : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly P256KeyPair _stranger = P256KeyPair.Generate();

    public P256KeyPair Alice { get; } = P256KeyPair.Generate();

    public P256KeyPair Bob { get; } = P256KeyPair.Generate();

    public P256KeyPair Carol { get; } = P256KeyPair.Generate();

    public List<ReadOnlyMemory<byte>> Entries { get; } = [];

    /// <summary>Carol may write, and may not approve.</summary>
    public TrustedKeys Trusted => new(
    [
        new TrustedKey(Alice.PublicKey, "alice", KeyRoles.All),
        new TrustedKey(Bob.PublicKey, "bob", KeyRoles.All),
        new TrustedKey(Carol.PublicKey, "carol", new HashSet<KeyRole> { KeyRole.Writer }),
    ]);

    public long Add(
        string kind = "scan",
        double daysAgo = 1,
        RecordOutcome? outcome = RecordOutcome.Passed,
        P256KeyPair? by = null,
        string environment = "prod",
        string control = "NIST-RA-5") =>
        Append(kind, kind, daysAgo, outcome, by ?? Alice, environment, control, fact: null);

    public long AddStranger(
        string kind = "scan", double daysAgo = 1, RecordOutcome? outcome = RecordOutcome.Passed) =>
        Add(kind, daysAgo, outcome, _stranger);

    public long State(string workstream, WorkstreamState state, double daysAgo = 1, bool stranger = false) =>
        Append(
            GateKinds.WorkstreamStatus,
            $"workstream {workstream}",
            daysAgo,
            null,
            stranger ? _stranger : Alice,
            "prod",
            "NIST-CA-7",
            Json(
                new WorkstreamStatus("ops", state, new DateOnly(2027, 1, 1), workstream),
                GateJson.Default.WorkstreamStatus));

    public long Request(
        string requirement,
        double daysAgo = 1,
        double expiresIn = 3,
        string waiverClass = "short",
        string gate = "g") =>
        Append(
            GateKinds.WaiverRequest,
            "waiver",
            daysAgo,
            null,
            Alice,
            "prod",
            "NIST-CA-7",
            Json(
                new WaiverRequest(
                    waiverClass, Now.AddDays(expiresIn), gate, "because", requirement, "release 1", "OPS-1"),
                GateJson.Default.WaiverRequest));

    public long Approve(long request, P256KeyPair by, double daysAgo = 1) => Append(
        GateKinds.WaiverApproval,
        "approval",
        daysAgo,
        null,
        by,
        "prod",
        "NIST-CA-7",
        Json(new WaiverApproval(IdOf(request), request), GateJson.Default.WaiverApproval));

    public GateEvidence Read(GateRules rules, DateTimeOffset? until = null) =>
        GateEvidence.Read(Entries, rules, Trusted, until);

    public GateDecision Decide(GateRules rules, DateTimeOffset? at = null) =>
        Read(rules, at).Decide("g", "prod", at ?? Now);

    public void Dispose()
    {
        Alice.Dispose();
        Bob.Dispose();
        Carol.Dispose();
        _stranger.Dispose();
    }

    private string IdOf(long index) =>
        StoredRecord.Read(Entries[(int)index], new RecordPlace(index, new VaultLocation("k", "v")), []).Id.ToString();

    private static JsonElement Json<T>(T fact, JsonTypeInfo<T> type) => JsonSerializer.SerializeToElement(fact, type);

    private long Append(
        string kind,
        string name,
        double daysAgo,
        RecordOutcome? outcome,
        P256KeyPair by,
        string environment,
        string control,
        JsonElement? fact)
    {
        var digest = Sha256Hash.Of("payload"u8);
        var predicate = new EvidencePredicate
        {
            Kind = kind,
            Controls = [control],
            Environment = environment,
            Retention = new RetentionClaim
            {
                Class = "default",
                Mode = LockMode.Compliance,
                RetainUntil = Now.AddDays(1),
                Hold = false,
            },
            Payload = new PayloadClaim { Bucket = "b", Key = VaultKeys.Payload(digest), VersionId = "1", Size = 7 },
            CollectedAt = Now.AddDays(-daysAgo),
            Outcome = outcome,
            Fact = fact,
            Collector = new Collector { Version = "1.2.3", User = "tester", Host = "machine" },
        };
        var signed = SignedRecord.SignAsync(new Subject(digest, name), predicate, by, CancellationToken.None);
        Entries.Add(signed.GetAwaiter().GetResult().Envelope);
        return Entries.Count - 1;
    }
}
