namespace Pulumi.Automation;

/// <summary>What runs the program.</summary>
public class ProjectRuntime(ProjectRuntimeName name)
{
    public ProjectRuntimeName Name { get; set; } = name;

    public ProjectRuntimeOptions? Options { get; set; }
}
