namespace Infra.Automation.Engines.Embedded;

/// <summary>Which handler applies which type.</summary>
/// <param name="handlers">The handlers by type token.</param>
/// <param name="fallback">The handler of every other type; null where there is none.</param>
internal sealed class HandlerTable(
    IReadOnlyDictionary<string, IResourceHandler> handlers,
    IResourceHandler? fallback = null)
{
    /// <summary>Of providers and stack references: the engine has them, no cloud does.</summary>
    private const string EnginePrefix = "pulumi:";

    private static readonly SyntheticHandler _bookkeeping = new("local");

    /// <summary>The types that are applied for real.</summary>
    public IEnumerable<string> Types => handlers.Keys.Order(StringComparer.Ordinal);

    /// <summary>The handler of a type, or null where it cannot be applied.</summary>
    public IResourceHandler? Find(string type) =>
        handlers.TryGetValue(type, out var handler) ? handler
        : fallback ?? (type.StartsWith(EnginePrefix, StringComparison.Ordinal) ? _bookkeeping : null);
}
