using System.Globalization;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Infra.Stacks.Layers;
using Bench.Scale;

// Renders a layer of as many resources as asked for, and writes its graph: what bench/synth.sh times for growing numbers.
if (args is not [var text] || !int.TryParse(text, CultureInfo.InvariantCulture, out var count) || count < 1)
{
    Console.Error.WriteLine("How many resources? Give one whole number of at least 1.");
    return 2;
}

var layer = new LayerOf<ScaleStack>("scale", context => new(context, count));
var graph = await new Renderer([layer]).RenderAsync(
    EnvironmentFolder.Built.Read("prod"), null, CancellationToken.None);
Console.Out.Write(graph.ToJson());
return 0;
