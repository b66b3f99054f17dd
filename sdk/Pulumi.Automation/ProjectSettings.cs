namespace Pulumi.Automation;

/// <summary>A project, as in Pulumi.yaml.</summary>
public class ProjectSettings(string name, ProjectRuntime runtime)
{
    public ProjectSettings(string name, ProjectRuntimeName runtime)
        : this(name, new ProjectRuntime(runtime))
    {
    }

    public string Name { get; set; } = name;

    public ProjectRuntime Runtime { get; set; } = runtime;

    public string? Main { get; set; }

    public string? Description { get; set; }

    public string? Author { get; set; }

    public string? Website { get; set; }

    public string? License { get; set; }

    public string? Config { get; set; }

    public ProjectTemplate? Template { get; set; }

    public ProjectBackend? Backend { get; set; }
}
