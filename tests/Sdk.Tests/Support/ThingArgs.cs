using System.Text.Json;
using Pulumi;

namespace Sdk.Tests.Support;

public sealed class ThingArgs : ResourceArgs
{
    [Input("list")]
    private InputList<string>? _list;

    [Input("map")]
    private InputMap<string>? _map;

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("count")]
    public Input<int>? Count { get; set; }

    [Input("ratio")]
    public Input<double>? Ratio { get; set; }

    [Input("flag")]
    public Input<bool>? Flag { get; set; }

    public InputList<string> List { get => _list ??= []; set => _list = value; }

    public InputMap<string> Map { get => _map ??= []; set => _map = value; }

    [Input("nested")]
    public Input<PartArgs>? Nested { get; set; }

    [Input("nestedList")]
    public InputList<PartArgs>? NestedList { get; set; }

    [Input("color")]
    public Input<Color>? Color { get; set; }

    [Input("level")]
    public Input<Level>? Level { get; set; }

    [Input("union")]
    public InputUnion<string, int>? Union { get; set; }

    [Input("file")]
    public Input<AssetOrArchive>? File { get; set; }

    [Input("json")]
    public InputJson? Json { get; set; }

    [Input("element")]
    public Input<JsonElement>? Element { get; set; }

    [Input("anything")]
    public Input<object>? Anything { get; set; }

    [Input("resource")]
    public Input<Resource>? Resource { get; set; }

    [Input("settings", json: true)]
    public Input<PartArgs>? Settings { get; set; }
}
