using System.Globalization;
using Infra.Automation.Json;
using Infra.Automation.State;
using Infra.Automation.State.Checks;

namespace Infra.Tests.State;

public sealed class StateChecksTests : IDisposable
{
    // The largest number that a Linux kernel gives a process is 4,194,304 (proc(5), pid_max).
    private const int NoProcess = 4_194_305;

    private static readonly DateTimeOffset _now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strata-states-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("here", NoProcess, 1, true, "not running here")]
    [InlineData("here", 0, 100, false, "is running here")]
    [InlineData("elsewhere", 1, 3, false, "Only elsewhere knows")]
    [InlineData("elsewhere", 1, 5, true, "older than 4 h")]
    public void A_lock_of_the_pulumi_backend_is_stale_when_its_process_is_gone_or_it_is_old(
        string host, int process, int hours, bool stale, string said)
    {
        var since = _now.AddHours(-hours).ToString("O", CultureInfo.InvariantCulture);
        Write("locks/organization/strata/prod.data/9f.json",
            $$"""{"pid":{{Pid(process)}},"username":"ci","hostname":"{{host}}","timestamp":"{{since}}"}""");

        var found = Assert.Single(Run().Locks);

        Assert.Equal((stale, "pulumi", "ci", host), (found.Stale, found.Kind, found.User, found.Host));
        Assert.Equal(TimeSpan.FromHours(hours), found.Age);
        Assert.Contains(said, found.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(NoProcess, true)]
    [InlineData(0, false)]
    public void A_note_beside_a_state_of_this_machine_is_stale_when_its_process_is_gone(int process, bool stale)
    {
        var holder = new LockHolder("me", "here", Pid(process), _now.AddHours(-1));
        Write("state/prod.evidence.json.holder", CanonicalJson.Write(holder, StateJson.Default.LockHolder));

        var report = Run();

        Assert.Equal(stale, Assert.Single(report.Locks).Stale);
        Assert.Equal(stale, report.HasFinding);
    }

    [Fact]
    public void Looking_takes_no_lock()
    {
        var state = Path.Combine(_folder.CreateSubdirectory("state").FullName, "prod.evidence.json");
        using var held = StateLock.Take(state, new("me", "here", Environment.ProcessId, _now));

        Assert.False(Assert.Single(Run().Locks).Stale);
    }

    [Fact]
    public void What_is_no_lock_is_refused()
    {
        Write("locks/organization/strata/prod.data/9f.json", "{}");
        Assert.Contains("lacks 'pid'", Assert.Throws<StateCheckException>(Run).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_that_contradicts_itself_and_one_that_was_interrupted_are_told_apart()
    {
        var store = new StateFile(_folder.CreateSubdirectory("state").FullName, "local", "evidence", rehearsal: false);
        var resource = new StateResource(
            "urn:pulumi:local.evidence::strata::a:b:C::c", "a:b:C", "c", Component: false,
            CanonicalJson.EmptyObject, CanonicalJson.EmptyObject, new(), Id: "1");
        store.Save(StateDocument.Empty("local", "evidence", rehearsal: false) with
        {
            Intents = [new(IntentKind.Delete, resource)],
        });
        var interrupted = Run();
        Assert.False(interrupted.HasContradiction);
        Assert.Contains("Delete of 'urn:pulumi:local.evidence", Assert.Single(interrupted.Faults).Sentence);

        store.Save(StateDocument.Empty("local", "evidence", rehearsal: false) with
        {
            Resources = [resource, resource],
        });
        Assert.True(Run().HasContradiction);
    }

    [Fact]
    public void Protections_that_are_switched_off_are_found_in_variables_and_workflows_and_not_in_comments()
    {
        Write(".github/workflows/deploy.yml",
            """
            # never --ignore-protect
            env:
              PULUMI_SKIP_CHECKPOINTS: "true"
            steps:
              - run: pulumi up --yes --disable-integrity-checking
              - run: pulumi up --yes --diff
            """);

        var report = Run("PULUMI_OPTION_IGNORE_PROTECT", "PULUMI_HOME");

        Assert.Equal(
            [
                ("PULUMI_OPTION_IGNORE_PROTECT", "the environment"),
                ("PULUMI_SKIP_CHECKPOINTS", ".github/workflows/deploy.yml:3"),
                ("--disable-integrity-checking", ".github/workflows/deploy.yml:5"),
            ],
            report.Forbidden.Select(use => (use.Name, use.Place)));
    }

    private static int Pid(int process) => process == 0 ? Environment.ProcessId : process;

    private StateReport Run() => Run([]);

    private StateReport Run(params string[] variables) => StateChecks.Run(
        new(_folder.FullName, Path.Combine(_folder.FullName, "state"), "here", TimeSpan.FromHours(4))
        {
            LockFolders = Directory.Exists(Path.Combine(_folder.FullName, "locks"))
                ? [Path.Combine(_folder.FullName, "locks")]
                : [],
            Variables = [.. variables],
        },
        new Clock());

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? _folder.FullName);
        File.WriteAllText(file, text);
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => _now;
    }
}
