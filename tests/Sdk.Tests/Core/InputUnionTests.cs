using System.Text.Json;
using Pulumi;
using Sdk.Tests.Support;

namespace Sdk.Tests.Core;

[Collection(DeploymentCollection.Name)]
public class InputUnionTests
{
    [Fact]
    public async Task A_union_is_made_of_values_inputs_and_outputs_of_either_type()
    {
        await Holds(() => "a", "a");
        await Holds(() => 5, 5);
        await Holds(() => (Union<string, int>)"a", "a");
        await Holds(() => (Input<string>)"a", "a");
        await Holds(() => (Input<int>)5, 5);
        await Holds(() => Output.Create("a"), "a");
        await Holds(() => Output.Create(5), 5);
        await Holds(() => Output.Create((Union<string, int>)5), 5);
    }

    [Fact]
    public async Task JSON_is_made_of_text_documents_and_elements_and_outputs_of_them()
    {
        const string text = """{"a":[1]}""";
        await HoldsJson(() => text);
        await HoldsJson(() => JsonDocument.Parse(text));
        await HoldsJson(() => JsonDocument.Parse(text).RootElement);
        await HoldsJson(() => Output.Create(text));
        await HoldsJson(() => Output.Create(JsonDocument.Parse(text)));
        await HoldsJson(() => Output.Create(JsonDocument.Parse(text).RootElement));
    }

    [Fact]
    public async Task No_input_is_the_default_of_its_type()
    {
        var seen = await Run.PreviewAsync(() => ((Input<int>?)null).Apply(value => value + 1));
        Assert.Equal(1, seen.Value);
    }

    private static async Task Holds(Func<InputUnion<string, int>> make, object expected)
        => Assert.Equal(expected, (await Run.PreviewAsync(() => make().ToOutput())).Value.Value);

    private static async Task HoldsJson(Func<InputJson> make)
        => Assert.Equal("""{"a":[1]}""", (await Run.PreviewAsync(() => make().ToOutput())).Value.GetRawText());
}
