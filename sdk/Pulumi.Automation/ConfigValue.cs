namespace Pulumi.Automation;

/// <summary>A setting of a stack.</summary>
public class ConfigValue(string value, bool isSecret = false)
{
    public string Value { get; set; } = value;

    public bool IsSecret { get; set; } = isSecret;
}
