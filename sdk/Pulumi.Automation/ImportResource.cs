namespace Pulumi.Automation;

/// <summary>A resource to import.</summary>
public class ImportResource
{
    public string? Name { get; init; }

    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Parent { get; init; }

    public string? Provider { get; init; }

    public string? Version { get; init; }

    public string? LogicalName { get; init; }

    public List<string>? Properties { get; init; }

    public bool? Component { get; init; }
}
