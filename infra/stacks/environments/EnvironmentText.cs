using YamlDotNet.RepresentationModel;

namespace Infra.Stacks.Environments;

/// <summary>The text of a valid environment file.</summary>
internal sealed record EnvironmentText(string File, string Name, string Text)
{
    /// <summary>The file's mapping, made anew for each caller, who may change it.</summary>
    public YamlMappingNode Root() => (YamlMappingNode)Load().Documents[0].RootNode;

    /// <summary>Reads the file as it would be after a change.</summary>
    /// <exception cref="EnvironmentFileException">The changed file has problems.</exception>
    public EnvironmentSettings With(Action<YamlMappingNode> change)
    {
        var stream = Load();
        change((YamlMappingNode)stream.Documents[0].RootNode);
        using var text = new StringWriter();
        stream.Save(text, assignAnchors: false);
        return EnvironmentFile.Read(File, Name, text.ToString());
    }

    private YamlStream Load()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Text));
        return stream;
    }
}
