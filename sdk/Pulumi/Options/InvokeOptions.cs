namespace Pulumi;

/// <summary>Options of a call of a provider's function.</summary>
public class InvokeOptions
{
    /// <summary>A resource whose provider is used when <see cref="Provider"/> is not given.</summary>
    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }
}
