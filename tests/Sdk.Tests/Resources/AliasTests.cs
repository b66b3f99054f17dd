using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Resources;

[Collection(DeploymentCollection.Name)]
public class AliasTests
{
    [Fact]
    public async Task A_resource_may_have_been_known_by_other_names_types_and_parents()
        => await Run.UpdateAsync(() => _ = With(
            new Alias { Name = "former" },
            new Alias { Type = Output.Create("test:index:Former"), Project = "project", Stack = "stack" },
            new Alias { Parent = new Component("parent") },
            new Alias { ParentUrn = "urn:pulumi:stack::project::a:b:C::parent" },
            new Alias { NoParent = true },
            new Alias { Urn = "urn:pulumi:stack::project::a:b:C::name" }));

    [Fact]
    public async Task A_URN_excludes_everything_else()
    {
        var failure = await Run.FailureOfAsync(
            () => Run.UpdateAsync(() => _ = With(new Alias { Urn = "urn", Name = "name" })));
        Assert.Contains("Alias should not specify both Urn and Name", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_ways_to_name_the_parent_exclude_each_other()
    {
        var failure = await Run.FailureOfAsync(
            () => Run.UpdateAsync(() => _ = With(new Alias { ParentUrn = "urn", NoParent = true })));
        Assert.Contains("Only specify one of 'Parent', 'ParentUrn' or 'NoParent'", failure, StringComparison.Ordinal);
    }

    private static Thing With(params Alias[] aliases)
        => new("thing", options: new() { Aliases = [.. aliases.Select(alias => (Input<Alias>)alias)] });
}
