namespace Pulumi.Automation;

/// <summary>Options of a change of the secrets provider.</summary>
public class SecretsProviderOptions
{
    public string? NewPassphrase { get; set; }
}
