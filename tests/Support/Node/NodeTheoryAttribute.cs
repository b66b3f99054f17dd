namespace Tests.Support.Node;

/// <summary>Skipped where Node or npm is missing, but not when CI is set: there the test says what is missing.</summary>
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    /// <summary>Decides whether the test runs.</summary>
    public NodeTheoryAttribute() => Skip = NodePackages.Missing;
}
