using System.Diagnostics;
using Evidence.Pipeline;
using Evidence.Pipeline.Sources;
using Evidence.Pipeline.Vault.S3;
using Evidence.Tests.Vault;

namespace Evidence.Tests.Sources;

/// <summary>Files that cannot be evidence, and those whose names are unusual and that can.</summary>
public sealed class FileSourceTests : IDisposable
{
    private readonly PipelineFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void A_missing_file_is_refused() =>
        AssertRefused("/nowhere/report.xml", "There is no file \"/nowhere/report.xml\"");

    [Fact]
    public void A_directory_is_refused() => AssertRefused(Path.GetTempPath(), "is a directory");

    [Fact]
    public void An_empty_file_is_refused_with_the_reason() =>
        AssertRefused(_fixture.File("empty"), "an empty file proves nothing");

    [Fact]
    public void A_link_to_nowhere_is_refused()
    {
        var link = _fixture.File("link") + "2";
        File.CreateSymbolicLink(link, "/nowhere");

        AssertRefused(link, "There is no file");
    }

    [Fact]
    public void A_link_is_the_file_it_points_to()
    {
        var link = _fixture.File("target", 1, 2, 3) + ".link";
        File.CreateSymbolicLink(link, _fixture.File("target", 1, 2, 3));

        Assert.Equal(3, FileSource.Of(link).Length);
    }

    [Fact]
    public void A_pipe_is_refused_and_not_waited_for()
    {
        var pipe = _fixture.File("x") + ".pipe";
        using (var mkfifo = Process.Start("mkfifo", pipe))
        {
            mkfifo.WaitForExit();
        }

        AssertRefused(pipe, "no regular file");
    }

    [Fact]
    public void A_device_is_refused() => AssertRefused("/dev/zero", "no regular file");

    [Fact]
    public void A_name_longer_than_any_file_system_takes_is_refused() => AssertRefused(new string('x', 5000), "xxx");

    [Fact]
    public void A_name_that_holds_a_null_is_refused() => AssertRefused("a\0b", "a\\u{0}b");

    [Theory]
    [InlineData("with space and\nnewline")]
    [InlineData("報告書 📄 👨‍👩‍👧")]
    [InlineData("תיק‮fdp.exe")]
    [InlineData("-rf --json")]
    [InlineData("\u001b[31mred")]
    public async Task A_name_in_any_script_is_kept_as_it_is(string name)
    {
        using var store = new StrictMemoryStore();
        var item = EvidenceItem.FromFile(_fixture.File(name, 1, 2, 3), "document", ["NIST-AU-9"]);

        var receipt = await _fixture.On(store).AddAsync(item, CancellationToken.None);

        var record = await _fixture.On(store).FindAsync(receipt.Id.ToString(), CancellationToken.None);
        Assert.Equal(name, record.Subject.Name);
        store.AssertNoViolation();
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(PartPlan.LargestSinglePut + 1000)]
    public async Task A_file_that_changes_while_it_is_read_is_not_recorded_and_the_others_are(int size)
    {
        using var store = new StrictMemoryStore();
        var changing = new ChangingSource(size);
        var item = PipelineFixture.Item("changing") with { Source = changing };

        var result = await _fixture.On(store).AddAsync(
            [PipelineFixture.Item("before"), item, PipelineFixture.Item("after")],
            progress: null,
            CancellationToken.None);

        var failure = Assert.Single(result.Failures);
        Assert.Equal("changing", failure.Name);
        Assert.Equal(EvidenceFault.BadInput, failure.Reason.Fault);
        Assert.Contains("changed while it was being read", failure.Reason.Message, StringComparison.Ordinal);
        Assert.Equal(["before", "after"], result.Receipts.Select(r => r.Name));
    }

    [Fact]
    public void A_file_that_was_written_to_since_it_was_looked_at_is_refused()
    {
        var path = _fixture.File("growing", 1, 2, 3);
        var source = FileSource.Of(path);
        File.AppendAllText(path, "more");

        Assert.Contains(
            "changed", Assert.Throws<EvidenceException>(() => source.OpenRead()).Message, StringComparison.Ordinal);
    }

    private static void AssertRefused(string path, string sentence)
    {
        var error = Assert.Throws<EvidenceException>(() => EvidenceItem.FromFile(path, "document", ["NIST-AU-9"]));
        Assert.Equal(EvidenceFault.BadInput, error.Fault);
        Assert.Contains(sentence, error.Message, StringComparison.Ordinal);
    }

    /// <summary>Says that it has changed once it has been read.</summary>
    private sealed class ChangingSource(int size) : IPayloadSource
    {
        public string Label => "file \"changing\"";

        public long Length => size;

        public Stream OpenRead() => new MemoryStream(new byte[size]);

        public void RequireUnchanged() => throw FileSource.Changed(Label);
    }
}
