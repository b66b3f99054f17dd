namespace Pulumi.Automation;

/// <summary>An output of a stack.</summary>
public sealed class OutputValue
{
    internal OutputValue()
    {
    }

    public object Value => throw Bundled.Refusal();

    public bool IsSecret => throw Bundled.Refusal();
}
