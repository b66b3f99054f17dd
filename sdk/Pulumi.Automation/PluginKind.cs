namespace Pulumi.Automation;

/// <summary>What a plugin is.</summary>
public enum PluginKind
{
    Analyzer = 0,
    Language = 1,
    Resource = 2,
}
