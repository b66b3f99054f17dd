using System.Text;
using Evidence.Ledger;
using Evidence.Ledger.Dsse;
using Evidence.Ledger.Statements;
using Evidence.Ledger.Tiles;
using Evidence.Pipeline;
using Evidence.Pipeline.Recording;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Vault;
using Evidence.Tests.Vault;
using Tests.Support;

namespace Evidence.Tests.Recording;

/// <summary>What an add leaves in the store, and when it refuses.</summary>
public sealed class AddTests : IDisposable
{
    private readonly PipelineFixture _fixture = new();
    private readonly StrictMemoryStore _store = new();

    private EvidencePipeline Pipeline => _fixture.On(_store);

    public void Dispose()
    {
        _store.AssertNoViolation();
        _fixture.Dispose();
    }

    [Fact]
    public async Task A_receipt_tells_what_is_stored_under_which_lock()
    {
        var receipt = await Pipeline.AddAsync(
            PipelineFixture.Item("報告 📄") with { Hold = true }, CancellationToken.None);

        Assert.Equal("報告 📄", receipt.Name);
        Assert.Equal($"payload/sha256/{receipt.Digest.ToString()[..2]}/{receipt.Digest}", receipt.Payload.At.Key);
        Assert.Equal(LockMode.Compliance, receipt.Payload.Lock.Mode);
        Assert.True(receipt.Payload.Lock.Hold);
        Assert.False(receipt.Payload.AlreadyStored);
        var head = await _store.HeadAsync(receipt.Payload.At, CancellationToken.None);
        Assert.Equal(receipt.Payload.Lock, head.Lock);
        var batch = await _store.HeadAsync(receipt.Record.Bundle, CancellationToken.None);
        Assert.True(batch.Lock.Covers(receipt.Payload.Lock));
    }

    [Fact]
    public async Task The_same_bytes_again_use_the_version_that_is_there()
    {
        var first = await Pipeline.AddAsync(PipelineFixture.Item("a", "same"u8.ToArray()), CancellationToken.None);
        var second = await Pipeline.AddAsync(PipelineFixture.Item("b", "same"u8.ToArray()), CancellationToken.None);

        Assert.True(second.Payload.AlreadyStored);
        Assert.Equal(first.Payload.At, second.Payload.At);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Single(_store.All(VaultKeys.Payloads));
    }

    [Fact]
    public async Task Equal_files_of_one_run_are_stored_once()
    {
        var items = Enumerable.Range(0, 50).Select(i => PipelineFixture.Item($"copy {i}", "same"u8.ToArray()));

        var result = await Pipeline.AddAsync([.. items], progress: null, CancellationToken.None);

        Assert.True(result.IsComplete);
        Assert.Single(_store.All(VaultKeys.Payloads));
        Assert.Equal(50, result.Receipts.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_longer_class_extends_the_lock_of_the_version_that_is_there()
    {
        var first = await Pipeline.AddAsync(PipelineFixture.Item("a", "same"u8.ToArray()), CancellationToken.None);
        var item = PipelineFixture.Item("a", "same"u8.ToArray()) with { Retention = "regulated", Hold = true };
        var second = await Pipeline.AddAsync(item, CancellationToken.None);

        Assert.Equal(first.Payload.At, second.Payload.At);
        Assert.True(second.Payload.Lock.RetainUntil > first.Payload.Lock.RetainUntil.AddYears(6));
        Assert.True(second.Payload.Lock.Hold);
        Assert.All(await PipelineFixture.VerifyAsync(Pipeline), v => Assert.True(v.Holds));
    }

    [Fact]
    public async Task A_shorter_class_uses_the_longer_lock_and_states_it()
    {
        var first = await Pipeline.AddAsync(
            PipelineFixture.Item("a", "same"u8.ToArray()) with { Retention = "regulated" }, CancellationToken.None);
        var second = await Pipeline.AddAsync(
            PipelineFixture.Item("a", "same"u8.ToArray()) with { Retention = "operational" }, CancellationToken.None);

        Assert.Equal(first.Payload.Lock, second.Payload.Lock);
        Assert.Equal("operational", second.Retention);
    }

    [Fact]
    public async Task A_softer_lock_that_cannot_be_hardened_gets_a_version_beside_it()
    {
        var first = await Pipeline.AddAsync(
            PipelineFixture.Item("a", "same"u8.ToArray()) with { Retention = "operational" }, CancellationToken.None);
        var second = await Pipeline.AddAsync(PipelineFixture.Item("a", "same"u8.ToArray()), CancellationToken.None);

        Assert.NotEqual(first.Payload.At, second.Payload.At);
        Assert.Equal(LockMode.Compliance, second.Payload.Lock.Mode);
        Assert.All(await PipelineFixture.VerifyAsync(Pipeline), v => Assert.True(v.Holds));
    }

    [Fact]
    public async Task Many_items_travel_in_few_batches()
    {
        var items = Enumerable.Range(0, 1200).Select(i => PipelineFixture.Item($"item {i}"));

        var result = await Pipeline.AddAsync([.. items], progress: null, CancellationToken.None);

        Assert.Equal(1200, result.Receipts.Count);
        Assert.InRange(_store.All(VaultKeys.Batches).Count, 3, 6);
        Assert.Equal(Enumerable.Range(0, 1200).Select(i => $"item {i}"), result.Receipts.Select(r => r.Name));
    }

    [Fact]
    public async Task A_record_is_a_signed_in_toto_statement_of_this_form()
    {
        var receipt = await Pipeline.AddAsync(PipelineFixture.Item("report.txt"), CancellationToken.None);

        await using var content = await _store.OpenAsync(receipt.Record.Bundle, CancellationToken.None);
        var bytes = new byte[content.Version.Size];
        await content.Body.ReadExactlyAsync(bytes);
        var entries = EntryBundle.Read(bytes, width: 1).GetEnumerator();
        Assert.True(entries.MoveNext());
        var entry = entries.Current.ToArray();
        Assert.False(entries.MoveNext());
        var envelope = DsseEnvelope.Parse(entry);
        Assert.Equal(entry, envelope.ToUtf8Json());
        var text = Encoding.UTF8.GetString(envelope.Payload.Span);
        Assert.Equal(receipt.Id, Sha256Hash.Of(envelope.Payload.Span));

        // What differs from run to run is replaced; every other byte is the format.
        var predicate = EvidencePredicate.Parse(Statement.In(envelope).Predicate);
        var stable = text
            .Replace(UtcTimestamp.ToText(predicate.CollectedAt), "COLLECTED-AT", StringComparison.Ordinal)
            .Replace(UtcTimestamp.ToText(predicate.Retention.RetainUntil), "RETAIN-UNTIL", StringComparison.Ordinal);
        Golden.Verify(stable, "statement.json");
    }

    [Theory]
    [InlineData("documnet", "SOC2-CC7.1", null, "Did you mean \"document\"")]
    [InlineData("", "SOC2-CC7.1", null, "There is no kind \"\"")]
    [InlineData("document", "SOC2-CC71", null, "Did you mean \"SOC2-CC7.1\"")]
    [InlineData("document", "SOC2-CC7.1", "forever", "There is no retention class \"forever\"")]
    [InlineData("document", "SOC2-CC7.1", "regulatd", "Did you mean \"regulated\"")]
    public async Task What_is_not_in_the_catalogue_is_refused_before_anything_is_stored(
        string kind, string control, string? retention, string sentence)
    {
        var good = PipelineFixture.Item("good");
        var bad = PipelineFixture.Item("bad") with { Kind = kind, Controls = [control], Retention = retention };

        var error = await Assert.ThrowsAsync<EvidenceException>(
            () => Pipeline.AddAsync([good, bad], progress: null, CancellationToken.None));

        Assert.Equal(EvidenceFault.BadInput, error.Fault);
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.Contains("There are: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _store.Puts);
    }

    [Theory]
    [InlineData("", "bytes", "needs a name")]
    [InlineData("half a pair: ?", "bytes", "needs a name")]
    [InlineData("nothing", "", "is empty")]
    public async Task An_item_without_a_name_or_bytes_is_refused(string name, string content, string sentence)
    {
        var half = name.Replace('?', '\ud800'); // No attribute can carry it.
        var item = PipelineFixture.Item("x", Encoding.UTF8.GetBytes(content)) with { Name = half };

        var error = await Assert.ThrowsAsync<EvidenceException>(() => Pipeline.AddAsync(item, CancellationToken.None));

        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _store.Puts);
    }

    [Fact]
    public async Task A_control_may_be_typed_in_any_case_and_with_a_space()
    {
        var receipt = await Pipeline.AddAsync(
            PipelineFixture.Item("a") with { Controls = ["nist au-9", "NIST:AU-9"] }, CancellationToken.None);

        var record = await Pipeline.FindAsync(receipt.Id.ToString()[..8], CancellationToken.None);
        Assert.Equal(["NIST-AU-9"], record.Predicate.Controls);
    }

    [Fact]
    public async Task A_store_that_cannot_lock_is_given_nothing()
    {
        using var store = new StrictMemoryStore { ObjectLock = false };

        var error = await Assert.ThrowsAsync<EvidenceException>(
            () => _fixture.On(store).AddAsync(PipelineFixture.Item("a"), CancellationToken.None));

        Assert.Equal(EvidenceFault.NoObjectLock, error.Fault);
        Assert.Equal(0, store.Puts);
    }

    [Fact]
    public async Task A_store_that_lies_about_locks_is_not_believed()
    {
        using var store = new StrictMemoryStore { IgnoresLocks = true };

        var error = await Assert.ThrowsAsync<EvidenceException>(
            () => _fixture.On(store).AddAsync(PipelineFixture.Item("a"), CancellationToken.None));

        Assert.Equal(EvidenceFault.NotLocked, error.Fault);
        Assert.Contains("wanted COMPLIANCE until", error.Message, StringComparison.Ordinal);
        Assert.Contains("states no retention", error.Message, StringComparison.Ordinal);
        Assert.Empty(store.All(VaultKeys.Batches));
    }

    [Fact]
    public async Task A_store_that_alters_bytes_is_not_believed()
    {
        using var store = new StrictMemoryStore { AltersBytes = true };

        var error = await Assert.ThrowsAsync<EvidenceException>(
            () => _fixture.On(store).AddAsync(PipelineFixture.Item("a"), CancellationToken.None));

        Assert.Equal(EvidenceFault.Integrity, error.Fault);
        Assert.Empty(store.All(VaultKeys.Batches));
    }

    [Fact]
    public async Task Forged_bytes_under_the_digest_are_passed_over_and_reported()
    {
        var digest = Sha256Hash.Of("same"u8);
        _store.Intrude(VaultKeys.Payload(digest), "evil"u8.ToArray());

        var receipt = await Pipeline.AddAsync(PipelineFixture.Item("a", "same"u8.ToArray()), CancellationToken.None);

        Assert.False(receipt.Payload.AlreadyStored);
        Assert.Contains(await PipelineFixture.VerifyAsync(Pipeline), v => !v.Holds);
    }

    [Fact]
    public async Task An_interrupted_run_says_what_it_acknowledged()
    {
        using var interrupted = new CancellationTokenSource();
        var progress = new Interrupt(interrupted, after: 600);
        var items = Enumerable.Range(0, 3000).Select(i => PipelineFixture.Item($"item {i}"));

        var result = await Pipeline.AddAsync([.. items], progress, interrupted.Token);

        Assert.True(result.Interrupted);
        Assert.Equal(3000, result.Receipts.Count + result.NotAttempted);
        Assert.True(result.NotAttempted > 0);
        var ids = result.Receipts.Select(r => r.Id).ToHashSet();
        var there = await PipelineFixture.VerifyAsync(Pipeline);
        Assert.Superset(ids, there.Select(v => v.Record?.Id ?? default).ToHashSet());
    }

    private sealed class Interrupt(CancellationTokenSource source, int after) : IProgress<AddProgress>
    {
        public void Report(AddProgress value)
        {
            if (value.Stored == after)
            {
                source.Cancel();
            }
        }
    }
}
