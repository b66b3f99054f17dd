using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Resources;

[Collection(DeploymentCollection.Name)]
public class InheritanceTests
{
    [Fact]
    public async Task A_provider_is_sent_as_its_URN_and_id()
    {
        var mocks = new RecordingMocks();
        var urn = "";
        await Deployment.TestAsync(mocks, Run.Update, async () =>
        {
            var provider = new TestProvider("provider");
            urn = await OutputUtilities.GetValueAsync(provider.Urn);
            _ = new Thing("given", options: new() { Provider = provider });
            _ = new Thing("default");
        });
        Assert.Equal($"{urn}::provider-id", mocks.Sent("given").Provider);
        Assert.Equal("", mocks.Sent("default").Provider);
        Assert.Equal("pulumi:providers:test", mocks.Sent("provider").Type);
    }

    [Fact]
    public async Task A_provider_whose_id_is_unknown_is_sent_all_the_same()
    {
        var mocks = new RecordingMocks { Id = _ => null };
        await Run.PreviewAsync(
            () => { _ = new Thing("thing", options: new() { Provider = new TestProvider("provider") }); }, mocks);
        Assert.Contains("::provider::", mocks.Sent("thing").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Children_use_the_provider_of_their_parent_for_its_package()
    {
        var mocks = new RecordingMocks();
        await Run.UpdateAsync(
            () =>
            {
                var provider = new TestProvider("provider");
                var component = new Component("component", new() { Providers = { provider } });
                var inner = new Component("inner", new() { Parent = component });
                _ = new Thing("child", options: new() { Parent = inner });
                _ = new CustomResource("other:index:Thing", "other", null, new() { Parent = inner });

                var single = new Component("single", new() { Provider = provider });
                _ = new Thing("grandchild", options: new() { Parent = single });

                var custom = new Thing("custom", options: new() { Provider = provider });
                _ = new Thing("custom-child", options: new() { Parent = custom });
            },
            mocks);
        foreach (var name in new[] { "child", "grandchild", "custom-child" })
        {
            Assert.EndsWith("::provider::provider-id", mocks.Sent(name).Provider, StringComparison.Ordinal);
        }

        Assert.Equal("", mocks.Sent("other").Provider);
        Assert.Equal("", mocks.Sent("component").Provider);
    }

    [Fact]
    public async Task A_provider_of_its_own_comes_before_the_parents()
    {
        var mocks = new RecordingMocks();
        await Run.UpdateAsync(
            () =>
            {
                var component = new Component("component", new() { Provider = new TestProvider("outer") });
                _ = new Thing("child", options: new() { Parent = component, Provider = new TestProvider("own") });
            },
            mocks);
        Assert.EndsWith("::own::own-id", mocks.Sent("child").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_component_with_a_provider_and_a_list_of_them_is_an_error()
    {
        var failure = await Run.FailureOfAsync(() => Run.PreviewAsync(() =>
        {
            var provider = new TestProvider("provider");
            _ = new Component("component", new() { Provider = provider, Providers = { provider } });
        }));
        Assert.Contains("Do not supply both 'provider' and 'providers'", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_were_given_are_not_changed()
    {
        var given = new CustomResourceOptions();
        await Run.PreviewAsync(() =>
        {
            var component = new Component("component", new()
            {
                Protect = true,
                Provider = new TestProvider("provider"),
            });
            given.Parent = component;
            _ = new Thing("child", options: given);
        });
        Assert.Null(given.Protect);
        Assert.Null(given.Provider);
    }
}
