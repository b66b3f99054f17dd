using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Bundled;

[Collection(DeploymentCollection.Name)]
public class ProtectionTests
{
    [Fact]
    public async Task Protection_is_inherited_unless_the_child_says_otherwise()
    {
        Resource[] all = [];
        await Run.PreviewAsync(() =>
        {
            var component = new Component("component", new() { Protect = true });
            var inner = new Component("inner", new() { Parent = component });
            var open = new Component("open", new() { Parent = inner, Protect = false });
            all =
            [
                new Thing("inherits", options: new() { Parent = inner }),
                open,
                new Thing("below-open", options: new() { Parent = open }),
                new Thing("alone"),
            ];
        });
        Assert.Equal([true, false, false, false], all.Select(resource => resource.IsProtected));
    }
}
