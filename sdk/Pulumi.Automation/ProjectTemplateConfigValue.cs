namespace Pulumi.Automation;

/// <summary>A setting that a template asks for.</summary>
public class ProjectTemplateConfigValue
{
    public string? Description { get; set; }

    public string? Default { get; set; }

    public bool? Secret { get; set; }
}
