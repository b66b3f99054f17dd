using Infra.Components.Policies;

namespace Infra.Components.Secrets;

/// <summary>What External Secrets may do in AWS: read the secrets that are copied, and decrypt them.</summary>
public static class SecretReadingPolicy
{
    /// <summary>The policy of its role.</summary>
    /// <param name="secretArns">The secrets that are copied.</param>
    /// <param name="keyArn">The key they are encrypted with.</param>
    /// <param name="region">The region of Secrets Manager.</param>
    public static PolicyDocument For(IEnumerable<string> secretArns, string keyArn, string region) => new(
        new PolicyStatement
        {
            Sid = "ReadCopiedSecrets",
            Effect = PolicyEffect.Allow,
            Actions = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
            Resources = [.. secretArns.Order(StringComparer.Ordinal)],
        },
        new PolicyStatement
        {
            Sid = "DecryptThemThroughSecretsManager",
            Effect = PolicyEffect.Allow,
            Actions = ["kms:Decrypt"],
            Resources = [keyArn],
            Conditions = [new("StringEquals", "kms:ViaService", $"secretsmanager.{region}.amazonaws.com")],
        });
}
