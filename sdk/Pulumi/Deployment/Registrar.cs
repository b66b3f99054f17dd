using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Brings resources to the engine once what they depend on is there, and fills their outputs.</summary>
internal sealed class Registrar(Deployment deployment)
{
    /// <summary>Reads or registers a resource; its outputs end in any case, with values or with the error.</summary>
    public async Task RegisterAsync(
        Resource resource, OutputSources outputs, ResourceArgs args, ResourceOptions options)
    {
        try
        {
            var registered = await ReadOrRegisterAsync(resource, args, options).ConfigureAwait(false);
            outputs.Resolve(resource, registered.Urn, registered.Id, registered.State);

            // What the state does not have: in a preview it is not known yet, in an update it is known to be nothing.
            outputs.Complete(isKnown: !deployment.IsDryRun);
        }
        catch (Exception error)
        {
            outputs.Fail(error);
            throw;
        }
    }

    public async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        var values = await outputs.GetValueAsync(whenUnknown: ImmutableDictionary<string, object?>.Empty)
            .ConfigureAwait(false);
        var serialized = await SerializedProperties.OfAsync("registerResourceOutputs", values).ConfigureAwait(false);
        await deployment.Monitor.RegisterOutputsAsync(urn, serialized.Values).ConfigureAwait(false);
    }

    private async Task<Registered> ReadOrRegisterAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        if (options.Urn is not null)
        {
            return deployment.Monitor.Find(options.Urn);
        }

        var id = options.Id is null
            ? ""
            : await options.Id.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        if (!string.IsNullOrEmpty(id))
        {
            return resource is CustomResource
                ? await deployment.Monitor
                    .ReadAsync(resource, await PrepareAsync(resource, args, options, id).ConfigureAwait(false))
                    .ConfigureAwait(false)
                : throw new ArgumentException(
                    $"{nameof(ResourceOptions)}.{nameof(ResourceOptions.Id)} is only valid for a "
                    + nameof(CustomResource));
        }

        var importId = (options as CustomResourceOptions)?.ImportId ?? "";
        return await deployment.Monitor
            .RegisterAsync(resource, await PrepareAsync(resource, args, options, importId).ConfigureAwait(false))
            .ConfigureAwait(false);
    }

    private async Task<Registration> PrepareAsync(
        Resource resource, ResourceArgs args, ResourceOptions options, string id)
    {
        var type = resource.GetResourceType();
        var name = resource.GetResourceName();
        var explicitly = await DependencyGraph.GatherAsync(options.DependsOn).ConfigureAwait(false);
        var label = $"resource:{name}[{type}]";
        var inputs = await SerializedProperties
            .OfAsync(label, args.ToDictionary(label).RemoveRange([Wire.Id, Wire.Urn]))
            .ConfigureAwait(false);
        var parent = await ParentUrnAsync(type, options.Parent).ConfigureAwait(false);
        var provider = await ProviderResource.ReferenceTo(resource.Provider).ConfigureAwait(false);
        await DependencyGraph.AwaitAsync(explicitly.Concat(inputs.Dependencies)).ConfigureAwait(false);
        await Task.WhenAll(options.Hooks.Registrations).ConfigureAwait(false);
        return new Registration(type, name, parent, provider, id, inputs.Values);
    }

    private async Task<string> ParentUrnAsync(string type, Resource? parent)
    {
        if (type == Stack.TypeToken)
        {
            return "";
        }

        return await (parent ?? deployment.Stack).Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
    }
}
