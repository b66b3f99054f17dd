using System.Collections.Immutable;
using System.Text.Json;
using Infra.Automation.Json;
using Infra.Automation.Rendering;
using Tests.Support;

namespace Infra.Tests.Engines;

/// <summary>Small graphs, written by hand.</summary>
internal static class Given
{
    public const string Bucket = "aws:s3/bucket:Bucket";
    public const string Versioning = "aws:s3/bucketVersioning:BucketVersioning";
    public const string Policy = "aws:s3/bucketPolicy:BucketPolicy";

    private static readonly Lazy<LayerGraph> _localVault = new(() =>
    {
        var file = Checkout.PathOf("tests/Infra.Tests/Golden/local/evidence.graph.json");
        return JsonSerializer.Deserialize(File.ReadAllText(file), GraphJson.Default.Graph)?.Layers[0]
            ?? throw new InvalidOperationException("The golden graph is empty.");
    });

    public static string Urn(string type, string name) => $"urn:pulumi:test.evidence::strata::{type}::{name}";

    public static string Ref(string type, string name, string output = "id") =>
        new Reference(Urn(type, name), output).ToString();

    public static LayerGraph Layer(params GraphResource[] resources) =>
        new("evidence", "test.evidence", [.. resources.OrderBy(r => r.Urn)], CanonicalJson.EmptyObject);

    public static GraphResource A(string type, string name, object inputs, GraphOptions? options = null) => new(
        Urn(type, name), type, name, null, null, false, JsonSerializer.SerializeToElement(inputs), options ?? new());

    public static GraphResource ABucket(
        string name, string bucket, bool locked = false, GraphOptions? options = null) =>
        A(Bucket, name, new { bucket, objectLockEnabled = locked }, options);

    public static GraphResource AVersioning(string name, string of, string status = "Enabled") => A(
        Versioning,
        name,
        new { bucket = Ref(Bucket, of), versioningConfiguration = new { status } },
        DependsOn(Urn(Bucket, of)));

    public static GraphOptions DependsOn(params string[] urns) => new() { DependsOn = [.. urns] };

    public static GraphOptions Protected() => new() { Protect = true };

    /// <summary>The layer that the local environment really has.</summary>
    public static LayerGraph TheLocalVault() => _localVault.Value;

    /// <summary>A graph without a resource and without mentions of it.</summary>
    public static LayerGraph Without(this LayerGraph graph, Func<GraphResource, bool> gone) =>
        graph with { Resources = [.. graph.Resources.Where(resource => !gone(resource))] };

    /// <summary>A graph in which some resources are different.</summary>
    public static LayerGraph With(this LayerGraph graph, Func<GraphResource, GraphResource> change) =>
        graph with { Resources = [.. graph.Resources.Select(change)] };

    /// <summary>A resource with one input replaced.</summary>
    public static GraphResource With(this GraphResource resource, string input, object? value) => resource with
    {
        Inputs = CanonicalJson.Of(resource.Inputs.EnumerateObject()
            .ToImmutableDictionary(member => member.Name, member => (object?)member.Value)
            .SetItem(input, value)),
    };
}
