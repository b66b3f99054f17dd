namespace Evidence.Pipeline.Signing;

/// <summary>Roles as the trust file spells them.</summary>
public static class KeyRoles
{
    private static readonly Dictionary<KeyRole, string> _texts = new()
    {
        [KeyRole.Writer] = "writer",
        [KeyRole.Log] = "log",
        [KeyRole.HoldOfficer] = "hold-officer",
        [KeyRole.Custodian] = "custodian",
        [KeyRole.Approver] = "approver",
        [KeyRole.KeyOfficer] = "key-officer",
    };

    /// <summary>All of them: what a key is trusted with of which nothing but the key is known.</summary>
    public static IReadOnlySet<KeyRole> All { get; } = _texts.Keys.ToHashSet();

    /// <summary>All names, for a sentence.</summary>
    public static string Names { get; } = string.Join(", ", _texts.Values);

    /// <summary>The name of a role.</summary>
    public static string ToText(KeyRole role) => _texts[role];

    /// <summary>The role of that name.</summary>
    public static bool TryParse(string name, out KeyRole role)
    {
        foreach (var (known, text) in _texts)
        {
            if (text == name)
            {
                role = known;
                return true;
            }
        }

        role = default;
        return false;
    }
}
