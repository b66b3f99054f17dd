using System.Text.Json;
using Infra.Automation.Json;

namespace Infra.Automation.Rendering;

/// <summary>Graphs that were written to files.</summary>
public static class GraphFile
{
    /// <summary>Reads what <c>strata render ENV --out FILE</c> wrote.</summary>
    /// <exception cref="GraphFileException">The file cannot be read, or it is no graph.</exception>
    public static Graph Read(string file)
    {
        try
        {
            var document = JsonElement.Parse(File.ReadAllText(file));
            return document.Text("schema") is "strata.graph/v1"
                && document.Deserialize(GraphJson.Default.Graph) is { Layers.IsDefault: false } graph
                    ? graph
                    : throw new GraphFileException(
                        $"Cannot use '{file}': it is no graph of schema 'strata.graph/v1'. Write one with `strata "
                            + "render ENV --out FILE`.");
        }
        catch (JsonException exception)
        {
            throw new GraphFileException(
                $"Cannot use '{file}': it is no graph ({exception.Message.TrimEnd('.')}). Write one with `strata "
                    + "render ENV --out FILE`.",
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GraphFileException($"Cannot read the graph '{file}': {exception.Message}", exception);
        }
    }
}
