using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Core;

[Collection(DeploymentCollection.Name)]
public class UrnTests
{
    [Fact]
    public async Task A_URN_is_made_of_stack_project_type_and_name()
    {
        Assert.Equal(
            "urn:pulumi:stack::project::a:b:C::name",
            (await Run.PreviewAsync(() => Urn.Create("name", "a:b:C"))).Value);
        Assert.Equal(
            "urn:pulumi:s::p::a:b:C::name",
            (await Run.PreviewAsync(() => Urn.Create("name", "a:b:C", project: "p", stack: "s"))).Value);
    }

    [Fact]
    public async Task A_parent_gives_its_type()
    {
        Assert.Equal(
            "urn:pulumi:s::p::x:y:Z$a:b:C::name",
            (await Run.PreviewAsync(
                () => Urn.Create("name", "a:b:C", parentUrn: "urn:pulumi:s::p::x:y:Z::parent"))).Value);
        Assert.Equal(
            $"urn:pulumi:stack::project::pulumi:pulumi:Stack${Thing.TypeToken}$a:b:C::name",
            (await Run.PreviewAsync(() => Urn.Create("name", "a:b:C", new Thing("parent")))).Value);
    }

    [Fact]
    public async Task Two_parents_are_refused()
    {
        var failure = await Run.FailureOfAsync(
            () => Run.PreviewAsync(() => { Urn.Create("name", "a:b:C", new Thing("parent"), parentUrn: "urn"); }));
        Assert.Contains("parentUrn", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_URNs_are_equal_when_their_texts_are()
    {
        Assert.Equal(new Urn("urn:pulumi:s::p::a:b:C::n"), new Urn("urn:pulumi:s::p::a:b:C::n"));
        Assert.True(new Urn("urn:pulumi:s::p::a:b:C::n") != new Urn("urn:pulumi:s::p::a:b:C::m"));
        Assert.Equal("urn:pulumi:s::p::a:b:C::n", (string)new Urn("urn:pulumi:s::p::a:b:C::n"));
    }
}
