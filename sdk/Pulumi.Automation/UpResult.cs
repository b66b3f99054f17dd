using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>Result of an update.</summary>
public sealed class UpResult : UpdateResult
{
    internal UpResult()
    {
    }

    public IImmutableDictionary<string, OutputValue> Outputs => throw Bundled.Refusal();
}
