namespace Pulumi.Automation;

/// <summary>Where the state is.</summary>
public class ProjectBackend
{
    public string? Url { get; set; }
}
