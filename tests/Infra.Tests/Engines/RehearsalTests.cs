using System.Text.Json;
using Infra.Automation.Engines;
using Infra.Automation.Engines.Embedded;
using Infra.Automation.Rendering;
using Infra.Automation.State;
using Tests.Support;

namespace Infra.Tests.Engines;

public sealed class RehearsalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("strata-rehearsal-").FullName;

    private IEngine Engine => EmbeddedEngines.Rehearse(_folder, "prod", "evidence", TimeProvider.System);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task All_of_prod_goes_through_with_ids_that_say_what_they_are()
    {
        var result = await Engine.UpAsync(Prod(), new Progress<EngineEvent>(), CancellationToken.None);
        Assert.True(result.Rehearsal);
        Assert.Equal("rehearsal", result.Engine);
        Assert.All(
            result.Resources, resource =>
                Assert.True(resource.Id is null || resource.Id.StartsWith("rehearsal-", StringComparison.Ordinal)));
        var state = await File.ReadAllTextAsync(Path.Combine(_folder, "prod.evidence.rehearsal.json"));
        Assert.DoesNotContain("${urn", state); // Every reference was resolved, to something made up.
        Assert.Empty((await Engine.UpAsync(Prod(), new Progress<EngineEvent>(), CancellationToken.None)).Changes);

        var record = DeploymentRecord.Of(result, "1.0", "abc");
        Assert.True(JsonElement.Parse(record.ToJson()).GetProperty("rehearsal").GetBoolean());
        Assert.Equal(85, record.Changes["create"]);
    }

    [Fact]
    public async Task A_rehearsal_and_a_real_state_never_meet()
    {
        await Engine.UpAsync(Prod(), new Progress<EngineEvent>(), CancellationToken.None);
        File.Move(Path.Combine(_folder, "prod.evidence.rehearsal.json"), Path.Combine(_folder, "prod.evidence.json"));
        Assert.Null(new StateFile(_folder, "prod", "evidence", rehearsal: true).Load());
        var found = Assert.Throws<StateContradictionException>(
            () => new StateFile(_folder, "prod", "evidence", rehearsal: false).Load());
        Assert.Contains("it is a rehearsal's", found.Message);
    }

    [Fact]
    public async Task A_rehearsal_keeps_what_is_protected_too() =>
        await Assert.ThrowsAsync<RefusedException>(async () =>
        {
            await Engine.UpAsync(Prod(), new Progress<EngineEvent>(), CancellationToken.None);
            await Engine.DestroyAsync(unprotect: false, new Progress<EngineEvent>(), CancellationToken.None);
        });

    private static LayerGraph Prod()
    {
        var text = File.ReadAllText(Checkout.PathOf("tests/Infra.Tests/Golden/prod/evidence.graph.json"));
        return JsonSerializer.Deserialize(
            text, GraphJson.Default.Graph)?.Layers[0] ?? throw new InvalidOperationException();
    }
}
