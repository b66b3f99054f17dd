namespace Pulumi.Automation;

/// <summary>Options of a destruction.</summary>
public sealed class DestroyOptions : UpdateOptions
{
    public bool? ExcludeDependents { get; set; }

    public bool? TargetDependents { get; set; }

    public bool? ShowSecrets { get; set; }

    public bool? PreviewOnly { get; set; }

    public bool? ContinueOnError { get; set; }

    public bool? Refresh { get; set; }

    public bool? RunProgram { get; set; }
}
