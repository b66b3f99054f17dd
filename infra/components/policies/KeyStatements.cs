namespace Infra.Components.Policies;

/// <summary>Statements of key policies.</summary>
public static class KeyStatements
{
    /// <summary>Who may use the key is for the account's own policies to say, as with the key AWS would make.</summary>
    public static PolicyStatement AccountDecides(string partition, string account) => new()
    {
        Sid = "AccountDecides",
        Effect = PolicyEffect.Allow,
        Principal = PolicyPrincipal.Account(partition, account),
        Actions = ["kms:*"],
        Resources = ["*"],
    };

    /// <summary>Services that encrypt what they send or store, on behalf of this account.</summary>
    public static PolicyStatement ServicesEncrypt(params string[] services) => new()
    {
        Sid = "ServicesEncrypt",
        Effect = PolicyEffect.Allow,
        Principal = new PolicyPrincipal("Service", services),
        Actions = ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resources = ["*"],
    };
}
