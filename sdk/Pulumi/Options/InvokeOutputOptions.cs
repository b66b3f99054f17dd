namespace Pulumi;

/// <summary>Options of a call whose result is an output, which can wait for resources.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    public InputList<Resource> DependsOn { get => field ??= []; set; }
}
