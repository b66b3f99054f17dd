namespace Pulumi.Automation;

/// <summary>Result of an operation.</summary>
public class UpdateResult
{
    internal UpdateResult()
    {
    }

    public string StandardOutput => throw Bundled.Refusal();

    public string StandardError => throw Bundled.Refusal();

    public UpdateSummary Summary => throw Bundled.Refusal();
}
