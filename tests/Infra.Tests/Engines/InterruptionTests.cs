using Infra.Automation.Engines;
using Infra.Automation.Rendering;

namespace Infra.Tests.Engines;

/// <summary>
/// Kills a run at every point at which it can die: before and after each call to the store takes effect, before and
/// after each write of the state. The next run must end where an undisturbed one ends; the store itself fails the test
/// when a bucket is created twice.
/// </summary>
public sealed class InterruptionTests
{
    private static readonly LayerGraph _small = Given.Layer(
        Given.ABucket("a", "bucket-a"), Given.AVersioning("v", "a"), Given.ABucket("b", "bucket-b"));

    public static TheoryData<string> Journeys => ["create", "vault", "update", "rename", "relock", "remove", "destroy"];

    [Theory]
    [MemberData(nameof(Journeys))]
    public async Task A_run_killed_at_any_point_is_completed_by_the_next(string journey)
    {
        var expected = await UndisturbedAsync(journey);
        for (var point = 1; ; point++)
        {
            var bench = await StartedAsync(journey);
            bench.Points.Arm(point);
            if (!await DiesAsync(() => FinishAsync(bench, journey)))
            {
                Assert.True(point > 4, "The run has hardly a point to die at: the test tests nothing.");
                break;
            }

            await CompleteAsync(bench, journey, expected, $"killed at point {point}");
        }
    }

    [Theory]
    [MemberData(nameof(Journeys))]
    public async Task A_run_whose_recovery_is_killed_too_is_completed_by_the_third(string journey)
    {
        const int PointsOfRecovery = 8;
        var expected = await UndisturbedAsync(journey);
        for (var point = 1; ; point++)
        {
            for (var second = 1; second <= PointsOfRecovery; second++)
            {
                var bench = await StartedAsync(journey);
                bench.Points.Arm(point);
                if (!await DiesAsync(() => FinishAsync(bench, journey)))
                {
                    return;
                }

                bench.Points.Arm(second);
                await DiesAsync(() => FinishAsync(bench, journey));
                await CompleteAsync(bench, journey, expected, $"killed at points {point} and {second}");
            }
        }
    }

    [Theory]
    [InlineData("create", true)]
    [InlineData("create", false)]
    [InlineData("rename", true)]
    [InlineData("rename", false)]
    [InlineData("destroy", true)]
    [InlineData("destroy", false)]
    public async Task A_store_that_fails_at_any_call_leaves_a_sentence_and_a_run_that_can_be_repeated(
        string journey, bool persisted)
    {
        var expected = await UndisturbedAsync(journey);
        var failures = 0;
        for (var call = 1; ; call++)
        {
            var bench = await StartedAsync(journey);
            bench.S3.FailAt(call, persisted);
            var before = bench.S3.Calls.Count;
            try
            {
                await FinishAsync(bench, journey);
                if (bench.S3.Calls.Count - before < call)
                {
                    break;
                }
            }
            catch (StepFailedException failed)
            {
                failures++;
                Assert.Contains("InternalError", failed.Message);
            }
            catch (RefusedException refused)
            {
                failures++; // The store's answer to "would you refuse?" was a refusal.
                Assert.Contains("InternalError", refused.Message);
            }

            bench.S3.FailAt(0, persisted);
            await CompleteAsync(bench, journey, expected, $"failed at call {call}");
        }

        Assert.True(failures > 2, "Hardly a call failed: the test tests nothing.");
    }

    private static async Task CompleteAsync(Bench bench, string journey, string expected, string how)
    {
        bench.Points.Arm(null);
        await FinishAsync(bench, journey);
        Assert.True(expected == bench.S3.World, $"{how}: expected\n{expected}\nfound\n{bench.S3.World}");
        var again = await FinishAsync(bench, journey);
        Assert.True(again.Changes.IsEmpty, $"{how}: the run after it still changes {string.Join(", ", again.Changes)}");
        Assert.DoesNotContain("\"intents\":[{", bench.State.Text);
        Assert.Empty((await bench.Engine.DriftAsync(CancellationToken.None)).Findings);
    }

    private static async Task<string> UndisturbedAsync(string journey)
    {
        var bench = await StartedAsync(journey);
        await FinishAsync(bench, journey);
        return bench.S3.World;
    }

    private static async Task<Bench> StartedAsync(string journey)
    {
        var bench = new Bench(journey == "vault" ? "local" : "test");
        if (journey is not ("create" or "vault"))
        {
            await bench.UpAsync(_small);
        }

        return bench;
    }

    private static Task<DeploymentResult> FinishAsync(Bench bench, string journey) => journey switch
    {
        "create" => bench.UpAsync(_small),
        "vault" => bench.UpAsync(Given.TheLocalVault()),
        "update" => bench.UpAsync(_small.With(r => r.Name == "v" ? Given.AVersioning("v", "a", "Suspended") : r)),
        "rename" => bench.UpAsync(_small.With(r => r.Name == "a" ? Given.ABucket("a", "bucket-c") : r)),
        "relock" => bench.UpAsync(_small.With(r => r.Name == "a" ? Given.ABucket("a", "bucket-a", locked: true) : r)),
        "remove" => bench.UpAsync(_small.Without(r => r.Name is "a" or "v")),
        "destroy" => bench.DestroyAsync(),
        _ => throw new ArgumentException($"Unknown journey '{journey}'.", nameof(journey)),
    };

    private static async Task<bool> DiesAsync(Func<Task> run)
    {
        try
        {
            await run();
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }
}
