using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>Result of a preview.</summary>
public class PreviewResult
{
    internal PreviewResult()
    {
    }

    public string StandardOutput => throw Bundled.Refusal();

    public string StandardError => throw Bundled.Refusal();

    public IImmutableDictionary<OperationType, int> ChangeSummary => throw Bundled.Refusal();
}
