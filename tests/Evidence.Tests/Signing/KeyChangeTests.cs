using Evidence.Pipeline;
using Evidence.Pipeline.Custody;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Verification;
using Evidence.Tests.Vault;

namespace Evidence.Tests.Signing;

/// <summary>Keys that are replaced and revoked, and clocks that are set back.</summary>
public sealed class KeyChangeTests : IDisposable
{
    private readonly PipelineFixture _fixture = new();
    private readonly StrictMemoryStore _store = new();

    private EvidencePipeline Pipeline => _fixture.On(_store);

    private TrustFolder Trust => new(_fixture.Trust);

    public void Dispose()
    {
        _fixture.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task What_a_replaced_key_signed_stays_verifiable()
    {
        await AddAsync("before");
        var next = await LocalSigningKey.CreateSuccessorAsync(
            _fixture.Keys, LocalSigningKey.DefaultName, Trust, TimeProvider.System, CancellationToken.None);
        await Pipeline.Custody.RotateKeyAsync(LocalSigningKey.DefaultName, next, CancellationToken.None);
        LocalSigningKey.Succeed(_fixture.Keys, LocalSigningKey.DefaultName);

        await AddAsync("after");

        var verdicts = await PipelineFixture.VerifyAsync(Pipeline);
        Assert.All(verdicts, v => Assert.True(v.Holds, string.Join('\n', v.Findings)));
        Assert.Equal([next.Id], verdicts[^1].Record?.SignedBy);
        Assert.NotEqual(verdicts[0].Record?.SignedBy, verdicts[^1].Record?.SignedBy);
        Assert.Equal(next.Id, Trust.LoadKeys().All.Single(k => k.ReplacedBy is not null).ReplacedBy);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_from_its_revocation_on_and_not_before()
    {
        await _fixture.KeyAsync("officer", KeyRole.KeyOfficer, KeyRole.Writer, KeyRole.Log);
        var thief = await _fixture.KeyAsync("thief", KeyRole.Writer);
        await AddAsync("machine");
        await AppendAsync("thief");
        var stolen = await System.IO.File.ReadAllBytesAsync(System.IO.Path.Combine(_fixture.Keys, "thief.pem"));

        var at = await Pipeline.Custody.RevokeKeyAsync(thief, "stolen", "officer", CancellationToken.None);

        // A reader who knows it from the ledger alone: the trust folder says nothing.
        Trust.Put(thief);
        await System.IO.File.WriteAllBytesAsync(System.IO.Path.Combine(_fixture.Keys, "thief.pem"), stolen);
        await AppendAsync("thief");
        var verdicts = await PipelineFixture.VerifyAsync(Pipeline);
        var refused = Assert.Single(verdicts, v => !v.Holds);
        Assert.Equal(at + 1, refused.Place.Index);
        Assert.Equal(FindingCode.SignatureNotTrusted, Assert.Single(refused.Findings).Code);
        Assert.Contains($"revoked by entry {at}", refused.Findings[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_key_signs_nothing_more_on_a_machine_that_knows()
    {
        await _fixture.KeyAsync("alone", KeyRole.Writer, KeyRole.Log);
        await AddAsync("machine");
        await Pipeline.Custody.RevokeKeyAsync(
            Trust.LoadKeys().All.Single(k => k.Identity == "alone"), "not needed", "alone", CancellationToken.None);

        var error = await Assert.ThrowsAsync<EvidenceException>(() => AppendAsync("alone"));

        Assert.Contains("revoked it", error.Message, StringComparison.Ordinal);
        Assert.All(await PipelineFixture.VerifyAsync(Pipeline), v =>
            Assert.True(v.Holds, string.Join('\n', v.Findings)));
    }

    [Fact]
    public async Task A_checkpoint_that_a_revoked_key_signed_is_not_believed_where_that_is_known()
    {
        var log = await _fixture.KeyAsync("log", KeyRole.Writer, KeyRole.Log);
        await AddAsync("machine");
        await AppendAsync("log");
        Assert.All(await PipelineFixture.VerifyAsync(Pipeline), v => Assert.True(v.Holds));
        Trust.Put(log with { RevokedAt = 0 });

        var codes = (await PipelineFixture.VerifyAsync(Pipeline)).SelectMany(v => v.Findings).Select(f => f.Code);

        Assert.Contains(FindingCode.ForeignObject, codes);
    }

    [Fact]
    public async Task A_key_signs_only_what_its_roles_allow()
    {
        await _fixture.KeyAsync("writer", KeyRole.Writer, KeyRole.Log);
        var added = await AddAsync("machine");
        await _fixture.AppendFactAsync(
            Pipeline, "writer", CustodyKinds.LegalHold, new LegalHold("m", [], "r", added, new string('0', 64)));

        var refused = Assert.Single(await PipelineFixture.VerifyAsync(Pipeline), v => !v.Holds);

        Assert.Contains("may not sign as hold-officer", refused.Findings[0].Reason, StringComparison.Ordinal);
        Assert.Empty((await Pipeline.Custody.ReadStateAsync(CancellationToken.None)).Holds);
    }

    [Fact]
    public async Task A_writer_whose_clock_was_set_back_is_refused_before_anything_is_stored()
    {
        await AddAsync("now");
        var before = _store.Puts;

        var error = await Assert.ThrowsAsync<EvidenceException>(() => _fixture.On(
            _store, _store.Heads, time: new ShiftedTime(-TimeSpan.FromHours(1))).AddAsync(
            PipelineFixture.Item("then"), CancellationToken.None));

        Assert.Equal(EvidenceFault.Contradiction, error.Fault);
        Assert.Contains("this machine's clock says", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, _store.Puts);
        await _fixture.On(_store, _store.Heads, time: new ShiftedTime(-TimeSpan.FromMinutes(4))).AddAsync(
            PipelineFixture.Item("a little"), CancellationToken.None);
    }

    [Fact]
    public async Task A_record_from_a_clock_that_was_set_back_is_found()
    {
        await _fixture.On(_store, new ShiftedTime(TimeSpan.FromDays(2))).AddAsync(
            PipelineFixture.Item("ahead"), CancellationToken.None);

        Assert.Equal(
            [FindingCode.ClockSetBack],
            (await PipelineFixture.VerifyAsync(Pipeline)).SelectMany(v => v.Findings).Select(f => f.Code));
    }

    private async Task<long> AddAsync(string name) =>
        (await Pipeline.AddAsync(PipelineFixture.Item(name), CancellationToken.None)).Record.Index;

    private async Task AppendAsync(string by)
    {
        using var signer = LocalSigningKey.Open(_fixture.Keys, by, Trust);
        await Pipeline.AddAsync(PipelineFixture.Item($"by {by} {_store.Puts}"), signer, CancellationToken.None);
    }
}
