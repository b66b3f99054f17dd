using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;
using Sdk.Tests.Support;

namespace Sdk.Tests.Core;

[Collection(DeploymentCollection.Name)]
public class OutputJsonTests
{
    [Fact]
    public async Task Serializes_a_value_with_the_given_options()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        var seen = await Run.PreviewAsync(
            () => Output.JsonSerialize(Output.Create(new { Name = "a", Size = 1 }), options));
        Assert.Equal("""{"name":"a","size":1}""", seen.Value);
        Assert.Empty(options.Converters);
    }

    [Fact]
    public async Task Writes_nested_outputs_and_inputs_as_their_values()
    {
        var seen = await Run.UpdateAsync(() =>
        {
            var thing = new Thing("thing", new() { Text = "a" });
            return Output.JsonSerialize(Output.Create(new { Output = thing.Text, Input = (Input<int>)2 }));
        });
        Assert.Equal("""{"Output":"a","Input":2}""", seen.Value);
        Assert.Equal(["thing"], seen.Dependencies);
        Assert.False(seen.IsSecret);
    }

    [Fact]
    public async Task Is_secret_when_the_value_or_a_nested_output_is()
    {
        Assert.True((await Run.PreviewAsync(() => Output.JsonSerialize(Output.CreateSecret(1)))).IsSecret);
        var nested = await Run.PreviewAsync(
            () => Output.JsonSerialize(Output.Create(new { Nested = Output.CreateSecret("a") })));
        Assert.Equal("""{"Nested":"a"}""", nested.Value);
        Assert.True(nested.IsSecret);
    }

    [Fact]
    public async Task Is_unknown_when_the_value_or_a_nested_output_is()
    {
        Assert.False((await Run.PreviewAsync(() => Output.JsonSerialize(OutputUtilities.CreateUnknown(1)))).IsKnown);
        var nested = await Run.PreviewAsync(
            () => Output.JsonSerialize(Output.Create(new { Nested = OutputUtilities.CreateUnknown(1) })));
        Assert.False(nested.IsKnown);
    }

    [Fact]
    public async Task Deserializes_and_keeps_what_the_text_carries()
    {
        var seen = await Run.PreviewAsync(
            () => Output.JsonDeserialize<Dictionary<string, int>>(Output.CreateSecret("""{"a":1}""")));
        Assert.Equal(1, seen.Value["a"]);
        Assert.True(seen.IsSecret);
        Assert.False((await Run.PreviewAsync(
            () => Output.JsonDeserialize<int>(OutputUtilities.CreateUnknown("1")))).IsKnown);
    }

    [Fact]
    public async Task Deserializes_nested_outputs_as_secret_as_the_text()
    {
        var seen = await Run.PreviewAsync(
            () => Output.JsonDeserialize<Holder>(Output.CreateSecret("""{"Text":"a"}""")).Apply(holder => holder.Text));
        Assert.Equal("a", seen.Value);
        Assert.True(seen.IsSecret);
    }

    [Fact]
    public async Task Malformed_text_fails_the_deployment()
    {
        var failure = await Run.FailureOfAsync(
            () => Run.PreviewAsync(() => { Output.JsonDeserialize<int>(Output.Create("{")); }));
        Assert.Contains(nameof(JsonException), failure, StringComparison.Ordinal);
    }

    private sealed record Holder(Output<string> Text);
}
