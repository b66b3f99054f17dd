using Evidence.Pipeline.Signing;

namespace Strata.Cli.Evidence.Keys;

/// <summary>A trusted key as <c>--json</c> shows it. <c>name</c>: its private half is on this machine.</summary>
internal sealed record KeyView(
    string Id,
    string Identity,
    IReadOnlyList<string> Roles,
    string? Name,
    long ValidFrom,
    long? RevokedAt,
    string? ReplacedBy)
{
    public static KeyView Of(TrustedKey key, string? name) => new(
        key.Id,
        key.Identity,
        [.. key.Roles.Order().Select(KeyRoles.ToText)],
        name,
        key.ValidFrom,
        key.RevokedAt,
        key.ReplacedBy);
}
