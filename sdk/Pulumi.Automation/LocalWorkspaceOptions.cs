namespace Pulumi.Automation;

/// <summary>Options of a local workspace.</summary>
public class LocalWorkspaceOptions
{
    public string? WorkDir { get; set; }

    public string? PulumiHome { get; set; }

    public string? SecretsProvider { get; set; }

    public PulumiFn? Program { get; set; }

    public IDictionary<string, string?>? EnvironmentVariables { get; set; }

    public ProjectSettings? ProjectSettings { get; set; }

    public IDictionary<string, StackSettings>? StackSettings { get; set; }
}
