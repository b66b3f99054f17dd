namespace Pulumi.Automation;

/// <summary>Options of a refresh.</summary>
public sealed class RefreshOptions : UpdateOptions
{
    public bool? PreviewOnly { get; set; }

    public bool? ExpectNoChanges { get; set; }

    public bool? ShowSecrets { get; set; }

    public bool? SkipPendingCreates { get; set; }

    public bool? ClearPendingCreates { get; set; }

    public List<PendingCreateValue>? ImportPendingCreates { get; set; }

    public bool? RunProgram { get; set; }
}
