namespace Infra.Stacks.Slos;

/// <summary>The teams that own objectives.</summary>
internal static class Owners
{
    public const string Platform = "platform";
    public const string Evidence = "evidence";
    public const string Data = "data";

    public static IReadOnlyList<string> All { get; } = [Data, Evidence, Platform];
}
