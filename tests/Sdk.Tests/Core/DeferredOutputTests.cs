using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Core;

[Collection(DeploymentCollection.Name)]
public class DeferredOutputTests
{
    [Fact]
    public async Task Resolves_to_all_that_its_source_carries()
    {
        var seen = await Run.UpdateAsync(() =>
        {
            var deferred = new DeferredOutput<string>();
            var early = new Thing("early", new() { Text = deferred.Output });
            var late = new Thing("late", new() { Text = "a" });
            deferred.Resolve(Output.CreateSecret(late.Text));
            return early.Text.Apply(_ => deferred.Output);
        });
        Assert.Equal("a", seen.Value);
        Assert.True(seen.IsSecret);
        Assert.Equal(["early", "late"], seen.Dependencies);
    }
}
