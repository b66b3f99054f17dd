using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Resources;

[Collection(DeploymentCollection.Name)]
public class StackReferenceTests
{
    [Fact]
    public async Task The_other_stack_is_read_by_name()
    {
        var mocks = Other();
        await Run.UpdateAsync(
            () =>
            {
                _ = new StackReference("org/project/dev");
                _ = new StackReference("other", new StackReferenceArgs { Name = "org/project/prod" });
            },
            mocks);
        Assert.Equal("pulumi:pulumi:StackReference", mocks.Resources[0].Type);
        Assert.Equal("org/project/dev", mocks.Resources[0].Id);
        Assert.Equal("org/project/dev", mocks.Resources[0].Inputs["name"]);
        Assert.Equal("org/project/prod", mocks.Resources[1].Id);
        Assert.Equal("other", mocks.Resources[1].Name);
    }

    [Fact]
    public async Task An_output_is_secret_only_if_it_is_one_of_the_secret_ones()
    {
        var open = await Run.UpdateAsync(() => new StackReference("dev").GetOutput("open"), Other());
        Assert.Equal("a", open.Value);
        Assert.False(open.IsSecret);

        var secret = await Run.UpdateAsync(() => new StackReference("dev").RequireOutput("secret"), Other());
        Assert.Equal("b", secret.Value);
        Assert.True(secret.IsSecret);
    }

    [Fact]
    public async Task Without_a_list_of_secret_ones_none_is_secret()
    {
        var mocks = new RecordingMocks
        {
            State = _ => new Dictionary<string, object>
            {
                ["outputs"] = new Dictionary<string, object> { ["a"] = Output.CreateSecret("b") },
                ["secretOutputNames"] = Array.Empty<string>(),
            },
        };
        Assert.False((await Run.UpdateAsync(() => new StackReference("dev").GetOutput("a"), mocks)).IsSecret);
    }

    [Fact]
    public async Task While_the_list_is_unknown_an_output_is_as_secret_as_all_of_them()
    {
        var mocks = new RecordingMocks
        {
            State = _ => new Dictionary<string, object>
            {
                ["outputs"] = new Dictionary<string, object> { ["a"] = Output.CreateSecret("b"), ["c"] = "d" },
            },
        };
        Assert.True((await Run.PreviewAsync(() => new StackReference("dev").GetOutput("c"), mocks)).IsSecret);
    }

    [Fact]
    public async Task An_output_that_is_not_there_is_null_or_an_error_that_names_it()
    {
        var seen = await Run.UpdateAsync(() => new StackReference("dev").GetOutput("none"), Other());
        Assert.True(seen.IsKnown);
        Assert.Null(seen.Value);

        var failure = await Run.FailureOfAsync(
            () => Run.UpdateAsync(() => new StackReference("dev").RequireOutput("none"), Other()));
        Assert.Contains(
            "Required output 'none' does not exist on stack 'dev'.", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_outputs_can_be_had_at_once()
    {
        var seen = await Run.UpdateAsync(() => new StackReference("dev").Outputs, Other());
        Assert.Equal("a", seen.Value["open"]);
        Assert.True(seen.IsSecret);
        Assert.Equal<string>(
            ["secret"], (await Run.UpdateAsync(() => new StackReference("dev").SecretOutputNames, Other())).Value);
        Assert.Equal("dev", (await Run.UpdateAsync(() => new StackReference("dev").Name, Other())).Value);
    }

    [Fact]
    public async Task Details_say_whether_the_value_is_secret()
    {
        var details = new List<StackReferenceOutputDetails>();
        await Deployment.TestAsync(Other(), Run.Update, async () =>
        {
            var other = new StackReference("dev");
            details.Add(await other.GetOutputDetailsAsync("open"));
            details.Add(await other.GetOutputDetailsAsync("secret"));
            details.Add(await other.GetOutputDetailsAsync("none"));
        });
        Assert.Equal(("a", null), (details[0].Value, details[0].SecretValue));
        Assert.Equal((null, "b"), (details[1].Value, details[1].SecretValue));
        Assert.Equal((null, null), (details[2].Value, details[2].SecretValue));
    }

    [Fact]
    public async Task Values_can_be_awaited_unless_they_are_secret_or_missing()
    {
        await Deployment.TestAsync(Other(), Run.Update, async () =>
        {
            var other = new StackReference("dev");
            Assert.Equal("a", await other.GetValueAsync("open"));
            Assert.Equal("a", await other.RequireValueAsync("open"));
            Assert.Null(await other.GetValueAsync("none"));
            await Assert.ThrowsAsync<InvalidOperationException>(() => other.GetValueAsync("secret"));
            await Assert.ThrowsAsync<InvalidOperationException>(() => other.RequireValueAsync("secret"));
        });
        var failure = await Run.FailureOfAsync(() => Deployment.TestAsync(
            Other(), Run.Update, () => new StackReference("dev").RequireValueAsync("none")));
        Assert.Contains("Required output 'none'", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_unknown_makes_the_output_unknown()
        => Assert.False((await Run.PreviewAsync(
            () => new StackReference("dev").GetOutput(OutputUtilities.CreateUnknown("open")), Other())).IsKnown);

    private static RecordingMocks Other() => new()
    {
        State = args => new Dictionary<string, object>
        {
            ["name"] = args.Inputs["name"],
            ["outputs"] = ImmutableDictionary<string, object>.Empty
                .Add("open", "a").Add("secret", Output.CreateSecret("b")),
            ["secretOutputNames"] = new[] { "secret" },
        },
    };
}
