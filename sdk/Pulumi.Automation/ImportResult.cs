namespace Pulumi.Automation;

/// <summary>Result of an import.</summary>
public sealed class ImportResult(
    string standardOutput, string standardError, UpdateSummary summary, string? generatedCode = null)
{
    public string StandardOutput { get; init; } = standardOutput;

    public string StandardError { get; init; } = standardError;

    public string? GeneratedCode { get; set; } = generatedCode;

    public UpdateSummary Summary { get; init; } = summary;
}
