namespace Pulumi.Automation;

/// <summary>A creation whose end is not known.</summary>
public sealed class PendingCreateValue(string urn, string id)
{
    public string Urn { get; set; } = urn;

    public string Id { get; set; } = id;
}
