using System.Collections.Immutable;
using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

/// <summary>Calls providers' functions and resources' methods.</summary>
internal sealed class Invoker(MockMonitor monitor)
{
    private const string Self = "__self__";

    /// <summary>
    /// Calls a function when all its arguments are known and all the resources that they and the options name exist;
    /// else the result is unknown and the function is not called. The result depends on all those resources.
    /// </summary>
    public async Task<OutputData<T>> InvokeAsync<T>(string token, InvokeArgs? args, InvokeOptions? options)
    {
        var serialized = await SerializeAsync($"invoke:{token}", args ?? InvokeArgs.Empty).ConfigureAwait(false);
        if (serialized.Values.Values.Any(Wire.ContainsUnknown))
        {
            return OutputData<T>.Unknown(default!);
        }

        var dependencies = options is InvokeOutputOptions { DependsOn: var dependsOn }
            ? serialized.Dependencies.Union(await DependencyGraph.GatherAsync(dependsOn).ConfigureAwait(false))
            : serialized.Dependencies;
        if (!await AllExistAsync(dependencies).ConfigureAwait(false))
        {
            return OutputData<T>.Unknown(default!);
        }

        var result = await CallAsync(token, serialized, ProviderOf(token, options)).ConfigureAwait(false);
        return Convert<T>(token, result) with { Resources = dependencies };
    }

    /// <summary>Calls a function with what is known of its arguments, at once.</summary>
    public async Task<ImmutableDictionary<string, object?>> InvokeAtOnceAsync(
        string token, InvokeArgs? args, InvokeOptions? options)
    {
        var serialized = await SerializeAsync($"invoke:{token}", args ?? InvokeArgs.Empty).ConfigureAwait(false);
        return await CallAsync(token, serialized, ProviderOf(token, options)).ConfigureAwait(false);
    }

    /// <inheritdoc cref="InvokeAtOnceAsync"/>
    public async Task<T> InvokeAtOnceAsync<T>(string token, InvokeArgs? args, InvokeOptions? options)
        => Convert<T>(token, await InvokeAtOnceAsync(token, args, options).ConfigureAwait(false)).Value;

    /// <summary>Calls a method of a resource, which is one of the arguments.</summary>
    public async Task<OutputData<T>> CallAsync<T>(
        string token, CallArgs? args, Resource? self, CallOptions? options)
    {
        var label = $"call:{token}";
        var properties = (args ?? CallArgs.Empty).ToDictionary(label);
        var serialized = await SerializedProperties
            .OfAsync(label, self is null ? properties : properties.SetItem(Self, self))
            .ConfigureAwait(false);
        var provider = self is null ? options?.Provider ?? options?.Parent?.ProviderFor(token) : self.Provider;
        return Convert<T>(token, await CallAsync(token, serialized, provider).ConfigureAwait(false));
    }

    private static Task<SerializedProperties> SerializeAsync(string label, InputArgs args)
        => SerializedProperties.OfAsync(label, args.ToDictionary(label));

    private static ProviderResource? ProviderOf(string token, InvokeOptions? options)
        => options?.Provider ?? options?.Parent?.ProviderFor(token);

    private static OutputData<T> Convert<T>(string token, ImmutableDictionary<string, object?> result)
        => new Converter(message => Log.Warn(message)).Convert<T>($"{token} result", result);

    private static async Task<bool> AllExistAsync(IEnumerable<Resource> resources)
    {
        foreach (var resource in DependencyGraph.Expand(resources).OfType<CustomResource>())
        {
            // Of a resource that is known by its URN only, no id is known, and none is missing.
            if (resource is not DependencyResource && !(await resource.Id.Data.ConfigureAwait(false)).IsKnown)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<ImmutableDictionary<string, object?>> CallAsync(
        string token, SerializedProperties args, ProviderResource? provider)
        => await monitor
            .CallAsync(token, args.Values, await ProviderResource.ReferenceTo(provider).ConfigureAwait(false))
            .ConfigureAwait(false);
}
