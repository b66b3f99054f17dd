using System.Collections.Immutable;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Infra.Automation.State;

namespace Infra.Tests.State;

public sealed class StateFileTests : IDisposable
{
    private const string Urn = "urn:pulumi:test.evidence::strata::aws:s3/bucket:Bucket::a";

    private readonly string _folder = Directory.CreateTempSubdirectory("strata-state-").FullName;

    private string FilePath => Path.Combine(_folder, "test.evidence.json");

    private static StateResource Resource { get; } = new(
        Urn,
        "aws:s3/bucket:Bucket",
        "a",
        Component: false,
        CanonicalJson.EmptyObject,
        CanonicalJson.EmptyObject,
        new GraphOptions(),
        Id: "bucket-a");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_saved_is_read_back()
    {
        Save(Resource with { Options = new() { Protect = true, DependsOn = [Urn] } });
        var state = Open().Load();
        Assert.NotNull(state);
        Assert.Equal(7, state.Serial);
        Assert.True(state.Live(Urn)?.Options.Protect);
        Assert.Empty(Directory.GetFiles(_folder, "*.new"));
    }

    [Fact]
    public void Without_a_file_there_is_no_state() => Assert.Null(Open().Load());

    [Theory]
    [InlineData("{", "it is not a state")]
    [InlineData("", "it is not a state")]
    [InlineData("[]", "its schema is 'none'")]
    [InlineData("""{"schema":"strata.state/v2"}""", "its schema is 'strata.state/v2', expected 'strata.state/v1'")]
    [InlineData("""{"schema":"strata.state/v1"}""", "it is not a state")]
    public void A_file_that_is_no_state_is_a_contradiction(string text, string expected)
    {
        File.WriteAllText(FilePath, text);
        Assert.Contains(expected, Contradiction());
    }

    [Theory]
    [InlineData("\"environment\": "
        + "\"test\"", "\"environment\": \"prod\"", "it is the state of 'prod.evidence', not of 'test.evidence'")]
    [InlineData("\"rehearsal\": false", "\"rehearsal\": true", "it is a rehearsal's")]
    [InlineData("\"id\": \"bucket-a\",", "", "has no id")]
    [InlineData("\"name\": \"a\"", "\"name\": \"a\", \"parent\": \"urn:gone\"", "names 'urn:gone', which is not in it")]
    [InlineData("\"name\": \"a\"", "\"name\": \"a\", \"surprise\": 1", "surprise")]
    [InlineData("\"resources\": [", "\"resources\": null, \"others\": [", "it is not a state")]
    public void A_state_that_disagrees_with_itself_is_a_contradiction(string right, string wrong, string expected)
    {
        Save(Resource);
        var text = File.ReadAllText(FilePath);
        Assert.Contains(right, text);
        File.WriteAllText(FilePath, text.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(expected, Contradiction());
    }

    [Fact]
    public void The_same_resource_twice_is_a_contradiction()
    {
        Save(Resource, Resource);
        Assert.Contains("twice", Contradiction());
    }

    [Fact]
    public void A_lock_is_held_by_one_and_given_back()
    {
        using (Open().Lock(Holder("first")))
        {
            var refused = Assert.Throws<StateLockedException>(() => Open().Lock(Holder("second")));
            Assert.Contains("first on", refused.Message);
        }

        using var next = Open().Lock(Holder("third"));
        Assert.Null(next.Left);
    }

    [Fact]
    public void The_lock_of_a_dead_process_of_this_machine_is_taken_over()
    {
        LeaveNote(Holder("dead"));
        using var taken = Open().Lock(Holder("next"));
        Assert.Equal("dead", taken.Left?.User);
    }

    [Fact]
    public void The_lock_of_another_machine_is_left_to_it()
    {
        LeaveNote(Holder("elsewhere") with { Host = "another-host" });
        var refused = Assert.Throws<StateLockedException>(() => Open().Lock(Holder("next")));
        Assert.Contains("elsewhere on another-host", refused.Message);
        Assert.Contains("delete", refused.Message);
    }

    private static LockHolder Holder(string user) => new(user, Environment.MachineName, 4711, DateTimeOffset.UnixEpoch);

    private void LeaveNote(LockHolder holder) =>
        File.WriteAllText($"{FilePath}.holder", CanonicalJson.Write(holder, StateJson.Default.LockHolder));

    private StateFile Open() => new(_folder, "test", "evidence", rehearsal: false);

    private void Save(params ImmutableArray<StateResource> resources) => Open().Save(
        new(StateDocument.CurrentSchema, "test", "evidence", false, 7, [], resources, CanonicalJson.EmptyObject));

    private string Contradiction()
    {
        var before = File.ReadAllText(FilePath);
        var message = Assert.Throws<StateContradictionException>(() => Open().Load()).Message;
        Assert.Contains(FilePath, message);
        Assert.Contains("Nothing was changed", message);
        Assert.Equal(before, File.ReadAllText(FilePath));
        return message;
    }
}
