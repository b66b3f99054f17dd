using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Reads the outputs of another stack.</summary>
public class StackReference : CustomResource
{
    /// <param name="name">Name of the resource, and of the other stack if the arguments give none.</param>
    /// <param name="args">The other stack's name.</param>
    /// <param name="options">Options of the resource.</param>
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    /// <summary>An output of the other stack, secret if it is secret there; null if there is none.</summary>
    public Output<object?> GetOutput(Input<string> name)
        => Output.Tuple(name, (Input<ImmutableDictionary<string, object>>)Outputs)
            .Apply(both => (object?)both.Item2.GetValueOrDefault(both.Item1))
            .WithSecretness(IsSecretAsync(name));

    /// <summary>As <see cref="GetOutput"/>; that there is no output of the name fails the deployment.</summary>
    public Output<object> RequireOutput(Input<string> name)
        => Output.Tuple(name, (Input<ImmutableDictionary<string, object>>)Outputs)
            .Apply(both => both.Item2.TryGetValue(both.Item1, out var value)
                ? value
                : throw new KeyNotFoundException(
                    $"Required output '{both.Item1}' does not exist on stack '{GetResourceName()}'."))
            .WithSecretness(IsSecretAsync(name));

    /// <summary>The value of an output, in the one of two properties that says whether it is secret.</summary>
    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).Data.ConfigureAwait(false);
        return data.IsSecret
            ? new StackReferenceOutputDetails { SecretValue = data.Value }
            : new StackReferenceOutputDetails { Value = data.Value };
    }

    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    public async Task<object?> GetValueAsync(Input<string> name)
    {
        var data = await GetOutput(name).Data.ConfigureAwait(false);
        return data.IsSecret ? throw IsSecret(nameof(GetValueAsync), nameof(GetOutput)) : data.Value;
    }

    /// <exception cref="InvalidOperationException">The output is secret.</exception>
    /// <exception cref="KeyNotFoundException">There is no output of that name.</exception>
    public async Task<object> RequireValueAsync(Input<string> name)
    {
        var data = await RequireOutput(name).Data.ConfigureAwait(false);
        return data.IsSecret ? throw IsSecret(nameof(RequireValueAsync), nameof(RequireOutput)) : data.Value;
    }

    private static InvalidOperationException IsSecret(string method, string instead)
        => new($"Cannot call '{method}' if the referenced stack has secret outputs. Use '{instead}' instead.");

    /// <summary>
    /// Whether an output is secret by its name: all outputs of a stack come together, and are secret together when one
    /// is. If the name or the list of secret names is unknown, the secretness of the whole is taken.
    /// </summary>
    private async Task<bool> IsSecretAsync(Input<string> name)
    {
        var wanted = await name.ToOutput().Data.ConfigureAwait(false);
        var secrets = await SecretOutputNames.Data.ConfigureAwait(false);
        return wanted.IsKnown && secrets.IsKnown
            ? secrets.Value.Contains(wanted.Value)
            : (await Outputs.Data.ConfigureAwait(false)).IsSecret;
    }
}
