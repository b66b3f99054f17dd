namespace Pulumi.Automation;

/// <summary>An installed plugin.</summary>
public class PluginInfo
{
    internal PluginInfo()
    {
    }

    public string Name => throw Bundled.Refusal();

    public string? Path => throw Bundled.Refusal();

    public PluginKind Kind => throw Bundled.Refusal();

    public string? Version => throw Bundled.Refusal();

    public long Size => throw Bundled.Refusal();

    public DateTimeOffset InstallTime => throw Bundled.Refusal();

    public DateTimeOffset LastUsedTime => throw Bundled.Refusal();

    public string? ServerUrl => throw Bundled.Refusal();
}
