using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Resources;

[Collection(DeploymentCollection.Name)]
public class OptionsMergeTests
{
    [Fact]
    public void Lists_are_joined()
    {
        var merged = CustomResourceOptions.Merge(
            new()
            {
                IgnoreChanges = { "a" },
                ReplaceOnChanges = { "a" },
                HideDiffs = { "a" },
                AdditionalSecretOutputs = { "a" },
                Aliases = { new Alias { Name = "a" } },
                ResourceTransformations = { _ => null },
            },
            new()
            {
                IgnoreChanges = { "b" },
                ReplaceOnChanges = { "b" },
                HideDiffs = { "b" },
                AdditionalSecretOutputs = { "b" },
                Aliases = { new Alias { Name = "b" } },
                ResourceTransformations = { _ => null },
            });
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["a", "b"], merged.ReplaceOnChanges);
        Assert.Equal(["a", "b"], merged.HideDiffs);
        Assert.Equal(["a", "b"], merged.AdditionalSecretOutputs);
        Assert.Equal(2, merged.Aliases.Count);
        Assert.Equal(2, merged.ResourceTransformations.Count);
    }

    [Fact]
    public void The_second_value_replaces_the_first_and_no_value_replaces_nothing()
    {
        var first = new CustomResourceOptions
        {
            Protect = true,
            Version = "1",
            PluginDownloadURL = "1",
            RetainOnDelete = true,
            DeleteBeforeReplace = true,
            ImportId = "1",
            Urn = "1",
            CustomTimeouts = new() { Create = TimeSpan.FromSeconds(1) },
            EnvVarMappings = { ["a"] = "1", ["b"] = "1" },
        };
        var second = new CustomResourceOptions
        {
            Protect = false,
            Version = "2",
            PluginDownloadURL = "2",
            RetainOnDelete = false,
            DeleteBeforeReplace = false,
            ImportId = "2",
            Urn = "2",
            CustomTimeouts = new() { Delete = TimeSpan.FromSeconds(2) },
            EnvVarMappings = { ["b"] = "2" },
        };
        var merged = CustomResourceOptions.Merge(first, second);
        Assert.False(merged.Protect);
        Assert.Equal("2", merged.Version);
        Assert.Equal("2", merged.PluginDownloadURL);
        Assert.False(merged.RetainOnDelete);
        Assert.False(merged.DeleteBeforeReplace);
        Assert.Equal("2", merged.ImportId);
        Assert.Equal("2", merged.Urn);
        Assert.Null(merged.CustomTimeouts?.Create);
        Assert.Equal(TimeSpan.FromSeconds(2), merged.CustomTimeouts?.Delete);
        Assert.Equal("1", merged.EnvVarMappings["a"]);
        Assert.Equal("2", merged.EnvVarMappings["b"]);

        var kept = CustomResourceOptions.Merge(first, new());
        Assert.True(kept.Protect);
        Assert.Equal("1", kept.ImportId);
        Assert.Equal(TimeSpan.FromSeconds(1), kept.CustomTimeouts?.Create);
    }

    [Fact]
    public void Nothing_merges_to_new_options()
    {
        Assert.NotNull(CustomResourceOptions.Merge(null, null));
        Assert.NotNull(ComponentResourceOptions.Merge(null, null));
        var given = new CustomResourceOptions { Protect = true };
        Assert.NotSame(given, CustomResourceOptions.Merge(given, null));
        Assert.True(CustomResourceOptions.Merge(null, given).Protect);
    }

    [Fact]
    public void The_merged_options_are_not_changed()
    {
        var first = new CustomResourceOptions { IgnoreChanges = { "a" } };
        var second = new CustomResourceOptions { IgnoreChanges = { "b" } };
        CustomResourceOptions.Merge(first, second).IgnoreChanges.Add("c");
        Assert.Equal(["a"], first.IgnoreChanges);
        Assert.Equal(["b"], second.IgnoreChanges);
    }

    [Fact]
    public async Task Dependencies_are_joined()
    {
        var seen = await Run.UpdateAsync(() => CustomResourceOptions.Merge(
                new() { DependsOn = { new Thing("a") } }, new() { DependsOn = { new Thing("b") } })
            .DependsOn.ToOutput());
        Assert.Equal(["a", "b"], seen.Value.Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task Components_keep_the_last_provider_of_a_package()
    {
        string[] names = [];
        await Run.UpdateAsync(() =>
        {
            var merged = ComponentResourceOptions.Merge(
                new() { Providers = { new TestProvider("a"), new OtherProvider("b") } },
                new() { Providers = { new TestProvider("c") } });
            names = [.. merged.Providers.Select(provider => provider.GetResourceName())];
        });
        Assert.Equal(["b", "c"], names);
    }

    [Fact]
    public async Task Hooks_are_joined()
    {
        var binding = new ResourceHookBinding();
        await Run.UpdateAsync(() =>
        {
            var hook = new ResourceHook("a", (_, _) => Task.CompletedTask, new() { OnDryRun = true });
            var other = new ErrorHook("b", (_, _) => Task.FromResult(false));
            var first = new CustomResourceOptions { Hooks = { AfterCreate = { hook } } };
            var second = new CustomResourceOptions { Hooks = { AfterCreate = { hook }, OnError = { other } } };
            binding = CustomResourceOptions.Merge(first, second).Hooks;
        });
        Assert.Equal(["a", "a"], binding.AfterCreate.Select(hook => hook.Name));
        Assert.Equal("b", Assert.Single(binding.OnError).Name);
        Assert.True(new ResourceHookBinding().IsEmpty);
    }

    private sealed class OtherProvider(string name) : ProviderResource("other", name, ResourceArgs.Empty, options: null);
}
