using Evidence.Pipeline;
using Evidence.Tests.Vault;

namespace Evidence.Tests.Records;

/// <summary>Finding a record by the start of its id.</summary>
public sealed class RecordReaderTests : IAsyncLifetime, IDisposable
{
    private readonly PipelineFixture _fixture = new();
    private readonly StrictMemoryStore _store = new();
    private readonly List<string> _ids = [];

    private EvidencePipeline Pipeline => _fixture.On(_store);

    public async Task InitializeAsync()
    {
        // Of 3,000 ids and 65,536 starts of four digits, some share one: none would be a chance of 1 in e^68.
        var items = Enumerable.Range(0, 3000).Select(i => PipelineFixture.Item($"{i}"));
        var result = await Pipeline.AddAsync([.. items], progress: null, CancellationToken.None);
        _ids.AddRange(result.Receipts.Select(r => r.Id.ToString()));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _fixture.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task A_unique_start_in_any_case_finds_its_record()
    {
        var record = await Pipeline.FindAsync(_ids[17][..20].ToUpperInvariant(), CancellationToken.None);

        Assert.Equal(_ids[17], record.Id.ToString());
        Assert.Equal("17", record.Subject.Name);
    }

    [Fact]
    public async Task An_ambiguous_start_is_refused_and_the_candidates_are_named()
    {
        var shared = _ids.GroupBy(id => id[..4]).First(g => g.Count() > 1);

        var error = await Assert.ThrowsAsync<EvidenceException>(() =>
            Pipeline.FindAsync(shared.Key, CancellationToken.None));

        Assert.Equal(EvidenceFault.BadInput, error.Fault);
        Assert.All(shared, id => Assert.Contains(id, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("wxyz")]
    [InlineData("")]
    public async Task What_is_no_start_of_an_id_is_refused(string prefix) => Assert.Contains(
        "is no record id",
        (await Assert.ThrowsAsync<EvidenceException>(() => Pipeline.FindAsync(prefix, CancellationToken.None))).Message,
        StringComparison.Ordinal);
}
