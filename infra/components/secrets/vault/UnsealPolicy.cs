using Infra.Components.Policies;

namespace Infra.Components.Secrets.Vault;

/// <summary>What Vault may do in AWS: use the key that unseals it, and no other.</summary>
public static class UnsealPolicy
{
    /// <summary>The policy of its role.</summary>
    /// <param name="keyArn">The key.</param>
    public static PolicyDocument For(string keyArn) => new(new PolicyStatement
    {
        Sid = "Unseal",
        Effect = PolicyEffect.Allow,
        Actions = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt"],
        Resources = [keyArn],
    });
}
