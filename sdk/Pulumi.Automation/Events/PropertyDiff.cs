namespace Pulumi.Automation.Events;

/// <summary>How a property changes.</summary>
public class PropertyDiff
{
    internal PropertyDiff()
    {
    }

    public DiffKind Kind => throw Bundled.Refusal();

    public bool InputDiff => throw Bundled.Refusal();
}
