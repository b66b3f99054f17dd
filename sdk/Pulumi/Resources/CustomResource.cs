using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource that a provider creates, reads, updates and deletes.</summary>
public class CustomResource : Resource
{
    public CustomResource(
        string type,
        string name,
        ResourceArgs? args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : this(type, name, args, options)
    {
        // Only the real engine loads packages.
    }

    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions())
    {
    }

    private protected CustomResource(string urn)
        : base(urn)
        => Id = Output<string>.Unknown("");

    /// <summary>The id that the provider gave; unknown in a preview of a creation.</summary>
    [Output(Wire.Id)]
    public Output<string> Id { get; private protected set; } = null!;
}
