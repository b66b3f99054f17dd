namespace Pulumi;

/// <summary>Options of a resource hook.</summary>
public class ResourceHookOptions
{
    /// <summary>Whether it also runs in previews. Default: no.</summary>
    public bool? OnDryRun { get; set; }

    public bool? IgnoreErrors { get; set; }
}
