namespace Pulumi.Automation;

/// <summary>Settings of a stack, as in Pulumi.STACK.yaml.</summary>
public class StackSettings
{
    public string? SecretsProvider { get; set; }

    public string? EncryptedKey { get; set; }

    public string? EncryptionSalt { get; set; }

    public IDictionary<string, StackSettingsConfigValue>? Config { get; set; }
}
