namespace Infra.Automation.Rendering;

/// <summary>What stands in a graph for a value that must not be there.</summary>
public static class Placeholder
{
    /// <summary>Stands for every secret, whatever its kind.</summary>
    public const string Secret = "[secret]";

    /// <summary>Stands for the identity of whoever will run the program.</summary>
    public const string Caller = "[caller]";
}
