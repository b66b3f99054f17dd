namespace Infra.Automation.Upgrades;

/// <summary>An input whose change replaces the resource.</summary>
/// <param name="Path">The input.</param>
/// <param name="OnlyWhenRemoved">Whether only taking it away does.</param>
internal sealed record ReplaceTrigger(string Path, bool OnlyWhenRemoved = false)
{
    public static implicit operator ReplaceTrigger(string path) => new(path);
}
