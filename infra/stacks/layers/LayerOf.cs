using System.Collections.Immutable;
using Infra.Components.Identity;
using Infra.Stacks.Environments;
using Pulumi.Testing;

namespace Infra.Stacks.Layers;

/// <summary>A layer whose stack is a <typeparamref name="TStack"/>.</summary>
internal sealed class LayerOf<TStack>(string name, Func<LayerContext, TStack> build) : Layer(name)
    where TStack : Stack
{
    /// <inheritdoc/>
    public override Task<int> RunAsync(EnvironmentSettings environment) =>
        Deployment.RunAsync<TStack>(new Builder(() => build(Context(environment, new()))));

    /// <inheritdoc/>
    public override Task<ImmutableArray<Resource>> RenderAsync(
        EnvironmentSettings environment, StackOptions options, IMocks mocks, TestOptions testOptions) =>
        Deployment.TestWithServiceProviderAsync<TStack>(
            mocks, new Builder(() => build(Context(environment, options))), testOptions);

    /// <summary>Where the account has a permission boundary, every role of every layer gets it here.</summary>
    private LayerContext Context(EnvironmentSettings environment, StackOptions options)
    {
        if (environment.Bootstrap is not null)
        {
            options.ResourceTransformations.Add(BoundRoles.By(environment.Scope));
        }

        return new(environment, Name, options);
    }

    /// <summary>How Pulumi asks for the stack; it wants it made no earlier than this.</summary>
    private sealed class Builder(Func<TStack> build) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(TStack) ? build() : null;
    }
}
