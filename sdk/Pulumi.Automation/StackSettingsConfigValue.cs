namespace Pulumi.Automation;

/// <summary>A setting in a stack file.</summary>
public class StackSettingsConfigValue(string value, bool isSecure)
{
    public string Value { get; } = value;

    public bool IsSecure { get; } = isSecure;
}
