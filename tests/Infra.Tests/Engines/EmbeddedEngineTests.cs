using Infra.Automation.Engines;
using Infra.Automation.Engines.Plans;
using Infra.Automation.Rendering;
using Infra.Automation.State;

namespace Infra.Tests.Engines;

public sealed class EmbeddedEngineTests
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task A_first_up_creates_everything_and_a_second_one_nothing()
    {
        var bench = new Bench("local");
        var graph = Given.TheLocalVault();
        var first = await bench.UpAsync(graph);
        Assert.Equal(graph.Resources.Length, first.Changes.Length);
        Assert.All(first.Changes, change => Assert.Equal(ChangeKind.Create, change.Kind));
        Assert.Equal("strata-local-evidence", first.Outputs.GetProperty("primaryBucket").GetString());

        var (calls, saves) = (bench.S3.Calls.Count, bench.State.Saves);
        var second = await bench.UpAsync(graph);
        Assert.Empty(second.Changes);
        Assert.Equal(calls, bench.S3.Calls.Count);
        Assert.Equal(saves, bench.State.Saves);
    }

    [Fact]
    public async Task The_policy_that_denies_changes_comes_after_what_it_denies()
    {
        var bench = new Bench("local");
        await bench.UpAsync(Given.TheLocalVault());
        var policy = bench.S3.Calls.IndexOf("PutBucketPolicyAsync");
        Assert.True(bench.S3.Calls.IndexOf("PutObjectLockConfigurationAsync") < policy);
        Assert.True(bench.S3.Calls.IndexOf("PutBucketVersioningAsync") < policy);
    }

    [Fact]
    public async Task A_preview_says_what_up_then_does_and_touches_nothing()
    {
        var graph = Given.Layer(Given.ABucket("a", "bucket-a"), Given.AVersioning("v", "a"));
        var plan = await _bench.Engine.PreviewAsync(graph, CancellationToken.None);
        Assert.Equal(PlanBasis.Nothing, plan.Basis);
        Assert.Empty(_bench.S3.Calls);
        Assert.Null(_bench.State.Text);

        var result = await _bench.UpAsync(graph);
        Assert.Equal(
            plan.Changes.Select(
                change => (change.Urn, change.Kind)), result.Changes.Select(change => (change.Urn, change.Kind)));
        Assert.Equal(PlanBasis.State, (await _bench.Engine.PreviewAsync(graph, CancellationToken.None)).Basis);
    }

    [Fact]
    public async Task A_changed_setting_is_updated_in_place()
    {
        await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-a"), Given.AVersioning("v", "a")));
        var result = await _bench.UpAsync(
            Given.Layer(Given.ABucket("a", "bucket-a"), Given.AVersioning("v", "a", "Suspended")));
        var change = Assert.Single(result.Changes);
        Assert.Equal(ChangeKind.Update, change.Kind);
        Assert.Equal("versioningConfiguration.status", Assert.Single(change.Properties).Path);
        Assert.Equal("Suspended", _bench.S3.Buckets["bucket-a"].Versioning);
    }

    [Fact]
    public async Task A_new_name_makes_a_new_bucket_with_everything_on_it_before_the_old_one_goes()
    {
        await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-a"), Given.AVersioning("v", "a")));
        var from = _bench.S3.Calls.Count;
        var result = await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-b"), Given.AVersioning("v", "a")));
        Assert.Equal(["bucket-b"], _bench.S3.Buckets.Keys);
        Assert.Equal("Enabled", _bench.S3.Buckets["bucket-b"].Versioning);
        Assert.Equal(2, result.Changes.Count(change => change.Kind is ChangeKind.Replace));
        var calls = _bench.S3.Calls.Skip(from).ToList();
        Assert.True(calls.IndexOf("PutBucketAsync") < calls.LastIndexOf("DeleteBucketAsync"));
    }

    [Fact]
    public async Task Locking_a_bucket_of_the_same_name_deletes_it_first_with_what_depends_on_it()
    {
        await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-a"), Given.AVersioning("v", "a")));
        var result = await _bench.UpAsync(
            Given.Layer(Given.ABucket("a", "bucket-a", locked: true), Given.AVersioning("v", "a")));
        Assert.True(_bench.S3.Buckets["bucket-a"].Locked);
        Assert.Equal("Enabled", _bench.S3.Buckets["bucket-a"].Versioning);
        Assert.Equal(
            [ChangeKind.Delete, ChangeKind.Delete, ChangeKind.Create, ChangeKind.Create],
            result.Changes.Select(change => change.Kind));
    }

    [Fact]
    public async Task What_left_the_program_is_deleted_after_what_needs_it()
    {
        await _bench.UpAsync(
            Given.Layer(Given.ABucket("a", "bucket-a"), Given.AVersioning("v", "a"), Given.ABucket("b", "bucket-b")));
        var result = await _bench.UpAsync(Given.Layer(Given.ABucket("b", "bucket-b")));
        Assert.Equal(["v", "a"], result.Changes.Select(change => change.Name));
        Assert.Equal(["bucket-b"], _bench.S3.Buckets.Keys);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_protected_resource_is_neither_deleted_nor_replaced(bool replace)
    {
        await _bench.UpAsync(
            Given.Layer(Given.ABucket("a", "bucket-a", options: Given.Protected()), Given.ABucket("b", "bucket-b")));
        var (calls, text) = (_bench.S3.Calls.Count, _bench.State.Text);
        var next = replace ? Given.Layer(Given.ABucket("a", "bucket-c", options: Given.Protected())) : Given.Layer();
        var refused = await Assert.ThrowsAsync<RefusedException>(() => _bench.UpAsync(next));
        Assert.Contains("'a'", refused.Message);
        Assert.Contains("protect: false", refused.Message);
        Assert.Equal((calls, text), (_bench.S3.Calls.Count, _bench.State.Text));
    }

    [Fact]
    public async Task A_program_that_takes_the_protection_away_may_replace_in_the_same_run()
    {
        await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-a", options: Given.Protected())));
        await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-b")));
        Assert.Equal(["bucket-b"], _bench.S3.Buckets.Keys);
    }

    [Fact]
    public async Task What_is_retained_leaves_the_state_and_stays_in_the_store()
    {
        await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-a", options: new() { RetainOnDelete = true })));
        var result = await _bench.UpAsync(Given.Layer());
        Assert.Equal(ChangeKind.Forget, Assert.Single(result.Changes).Kind);
        Assert.Empty(result.Resources);
        Assert.Equal(["bucket-a"], _bench.S3.Buckets.Keys);
    }

    [Fact]
    public async Task What_is_retained_stays_in_the_store_when_it_is_replaced_too()
    {
        var retained = new GraphOptions { RetainOnDelete = true };
        await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-a", options: retained)));
        await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-b", options: retained)));
        Assert.Equal(["bucket-a", "bucket-b"], _bench.S3.Buckets.Keys);
        Assert.Empty((await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-b", options: retained)))).Changes);
    }

    [Fact]
    public async Task What_is_retained_is_not_deleted_to_make_room_for_its_successor()
    {
        var retained = new GraphOptions { RetainOnDelete = true };
        await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-a", options: retained)));
        await Assert.ThrowsAsync<RefusedException>(() =>
            _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-a", locked: true, options: retained))));
        Assert.False(_bench.S3.Buckets["bucket-a"].Locked);
    }

    [Fact]
    public async Task What_is_protected_and_left_the_program_is_not_deleted_to_make_room_for_another()
    {
        var versioning = Given.AVersioning("v", "a");
        var kept = versioning with { Options = versioning.Options with { Protect = true } };
        await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-a"), kept));
        await Assert.ThrowsAsync<RefusedException>(() =>
            _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-a", locked: true))));
        Assert.Equal("Enabled", _bench.S3.Buckets["bucket-a"].Versioning);
    }

    [Fact]
    public async Task Ignored_changes_are_not_applied()
    {
        var ignoring = Given.DependsOn(
            Given.Urn(Given.Bucket, "a")) with
        { IgnoreChanges = ["versioningConfiguration.status"] };
        await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-a"), Given.AVersioning("v", "a")));
        var changed = Given.AVersioning("v", "a", "Suspended") with { Options = ignoring };
        Assert.Empty((await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-a"), changed))).Changes);
        Assert.Equal("Enabled", _bench.S3.Buckets["bucket-a"].Versioning);
    }

    [Fact]
    public async Task A_renamed_resource_with_an_alias_is_the_same_resource()
    {
        await _bench.UpAsync(Given.Layer(Given.ABucket("old", "bucket-a"), Given.AVersioning("v", "old")));
        var renamed = Given.ABucket("new", "bucket-a", options: new() { Aliases = [Given.Urn(Given.Bucket, "old")] });
        Assert.Empty((await _bench.UpAsync(Given.Layer(renamed, Given.AVersioning("v", "new")))).Changes);
        Assert.Empty((await _bench.UpAsync(Given.Layer(renamed, Given.AVersioning("v", "new")))).Changes);
        Assert.Single(_bench.S3.Calls, "PutBucketAsync");
    }

    [Fact]
    public async Task A_type_that_cannot_be_applied_is_named_before_anything_is_touched()
    {
        var graph = Given.Layer(
            Given.ABucket("a", "bucket-a"), Given.A("aws:kms/key:Key", "k", new { description = "x" }));
        var refused = await Assert.ThrowsAsync<CannotApplyException>(() => _bench.UpAsync(graph));
        Assert.Contains("'aws:kms/key:Key'", refused.Message);
        Assert.Empty(_bench.S3.Calls);
        Assert.Null(_bench.State.Text);
    }

    [Theory]
    [InlineData("forceDestroy", "'forceDestroy'")]
    [InlineData("bucket", "secret")]
    public async Task An_input_that_cannot_be_applied_is_named_before_anything_is_touched(string input, string named)
    {
        var bucket = Given.ABucket("a", "bucket-a").With(input, input == "bucket" ? Placeholder.Secret : true);
        var refused = await Assert.ThrowsAsync<CannotApplyException>(() => _bench.UpAsync(Given.Layer(bucket)));
        Assert.Contains(named, refused.Message);
        Assert.Empty(_bench.S3.Calls);
    }

    [Fact]
    public async Task A_bucket_that_the_state_does_not_know_is_a_contradiction_and_stays_untouched()
    {
        _bench.S3.Buckets.Add("bucket-a", new(locked: true));
        var world = _bench.S3.World;
        var found = await Assert.ThrowsAsync<StateContradictionException>(() => _bench.UpAsync(
            Given.Layer(Given.ABucket("b", "bucket-b"), Given.ABucket("a", "bucket-a"))));
        Assert.Contains("'bucket-a'", found.Message);
        Assert.Equal(world, _bench.S3.World);
    }

    [Fact]
    public async Task Destroy_deletes_everything_in_reverse_and_leaves_an_empty_state()
    {
        await _bench.UpAsync(Given.Layer(Given.ABucket("a", "bucket-a"), Given.AVersioning("v", "a")));
        var result = await _bench.DestroyAsync();
        Assert.Equal(["v", "a"], result.Changes.Select(change => change.Name));
        Assert.Empty(result.Resources);
        Assert.Empty(_bench.S3.Buckets);
    }

    [Fact]
    public async Task Destroy_refuses_what_is_protected()
    {
        var bench = new Bench("local");
        await bench.UpAsync(Given.TheLocalVault());
        var world = bench.S3.World;
        var refused = await Assert.ThrowsAsync<RefusedException>(() => bench.DestroyAsync());
        Assert.Contains("--unprotect", refused.Message);
        Assert.Equal(world, bench.S3.World);
    }

    [Fact]
    public async Task Destroy_without_protection_shows_the_stores_refusal_and_weakens_nothing()
    {
        var bench = new Bench("local");
        await bench.UpAsync(Given.TheLocalVault());
        bench.S3.Buckets["strata-local-evidence"].Versions["one"] = new DateTime(2033, 4, 5, 6, 7, 8, DateTimeKind.Utc);
        bench.S3.Buckets["strata-local-evidence"].Versions["two"] = null;
        var (world, state) = (bench.S3.World, bench.State.Text);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => bench.DestroyAsync(unprotect: true));
        Assert.Contains(
            "AccessDenied: the bucket 'strata-local-evidence' holds 2 versions, 1 of them locked", refused.Message);
        Assert.Contains("until 2033-04-05 06:07:08Z", refused.Message);
        Assert.Equal((world, state), (bench.S3.World, bench.State.Text));
    }

    [Fact]
    public async Task Destroy_without_protection_deletes_an_empty_vault()
    {
        var bench = new Bench("local");
        await bench.UpAsync(Given.TheLocalVault());
        await bench.DestroyAsync(unprotect: true);
        Assert.Empty(bench.S3.Buckets);
    }

    [Fact]
    public async Task Drift_finds_what_was_changed_and_what_is_gone()
    {
        var bench = new Bench("local");
        await bench.UpAsync(Given.TheLocalVault());
        Assert.Empty((await bench.Engine.DriftAsync(CancellationToken.None)).Findings);

        bench.S3.Buckets["strata-local-evidence"].Policy = null;
        bench.S3.Buckets["strata-local-evidence-head"].Versioning = "Suspended";
        var findings = (await bench.Engine.DriftAsync(CancellationToken.None)).Findings;
        Assert.True(Assert.Single(findings, finding => finding.Type == Given.Policy).Missing);
        var versioning = Assert.Single(findings, finding => finding.Type == Given.Versioning);
        Assert.Equal("versioningConfiguration.status", Assert.Single(versioning.Properties).Path);
        Assert.Equal(2, findings.Length);
    }

    [Fact]
    public async Task A_circle_of_needs_is_a_sentence()
    {
        var a = Given.A(Given.Bucket, "a", new { bucket = Given.Ref(Given.Bucket, "b") });
        var b = Given.A(Given.Bucket, "b", new { bucket = Given.Ref(Given.Bucket, "a") });
        var refused = await Assert.ThrowsAsync<CannotApplyException>(() => _bench.UpAsync(Given.Layer(a, b)));
        Assert.Contains("need each other", refused.Message);
    }

    [Fact]
    public async Task A_reference_to_an_output_that_is_not_there_is_a_sentence()
    {
        var bucket = Given.ABucket("a", "bucket-a");
        var versioning = Given.A(Given.Versioning, "v", new { bucket = Given.Ref(Given.Bucket, "a", "nonsense") });
        var refused = await Assert.ThrowsAsync<CannotApplyException>(
            () => _bench.UpAsync(Given.Layer(bucket, versioning)));
        Assert.Contains("#nonsense", refused.Message);
    }
}
