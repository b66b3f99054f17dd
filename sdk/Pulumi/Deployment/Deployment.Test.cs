using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>As the other overloads, with the stack made by <paramref name="serviceProvider"/>.</summary>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return RunTestAsync(
            mocks,
            options,
            () => Task.FromResult<Stack>(serviceProvider.GetService(typeof(TStack)) as TStack
                ?? throw new InvalidOperationException(
                    $"Failed to resolve instance of type {typeof(TStack)} from service provider. Register the type "
                    + $"with the service provider before calling {nameof(RunAsync)}.")));
    }

    /// <summary>Runs a program against mocks; returns its resources, the stack among them.</summary>
    /// <exception cref="RunException">The program failed, or logged an error.</exception>
    /// <exception cref="AggregateException">There were more errors, each a <see cref="RunException"/>.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
        => RunTestAsync(mocks, options, () => Task.FromResult(New<TStack>()));

    /// <summary>Runs a function against mocks; returns its resources, without the stack, and its result.</summary>
    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions?)"/>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        IDictionary<string, object?> outputs = new Dictionary<string, object?>();
        var resources = await TestAsync(testMocks, testOptions, KeepOutputsAsync).ConfigureAwait(false);
        return (resources, outputs);

        async Task KeepOutputsAsync() => outputs = await createResources().ConfigureAwait(false);
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object?}}})"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources)
        => TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object?}}})"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var resources = await RunTestAsync(testMocks, testOptions, InTestStackAsync).ConfigureAwait(false);
        return resources.RemoveAll(resource => resource is TestStack);

        async Task<Stack> InTestStackAsync()
        {
            var stack = new TestStack();
            await createResources().ConfigureAwait(false);
            return stack;
        }
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object?}}})"/>
    public static Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Action createResources)
        => TestAsync(
            testMocks,
            testOptions,
            () =>
            {
                createResources();
                return Task.CompletedTask;
            });

    /// <summary>As <c>new TStack()</c>, which wraps what the constructor throws.</summary>
    private static Stack New<TStack>()
        where TStack : Stack, new()
        => (TStack)Activator.CreateInstance(
            typeof(TStack), BindingFlags.DoNotWrapExceptions, binder: null, args: null, culture: null)!;

    // Must stay async: only then does the instance that it sets end with it, and not reach the caller.
    private static async Task<ImmutableArray<Resource>> RunTestAsync(
        IMocks mocks, TestOptions? options, Func<Task<Stack>> makeStack)
    {
        if (Running.Value is not null)
        {
            throw new InvalidOperationException(
                "Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        }

        var deployment = new Deployment(mocks, options);
        Running.Value = new DeploymentInstance(deployment);
        await deployment.RunToEndAsync(makeStack).ConfigureAwait(false);
        return deployment.Logger.Errors switch
        {
            [] => deployment.Monitor.Resources,
            [var error] => throw new RunException(error),
            var errors => throw new AggregateException(errors.Select(error => new RunException(error))),
        };
    }

    /// <summary>Runs the program and all that it has started; every failure becomes an error in the log.</summary>
    private async Task RunToEndAsync(Func<Task<Stack>> makeStack)
    {
        try
        {
            var stack = await makeStack().ConfigureAwait(false);
            stack.RegisterPropertyOutputs();
        }
        catch (Exception error)
        {
            Logger.Failure(error);
        }

        await foreach (var error in Tasks.FailuresUntilIdleAsync().ConfigureAwait(false))
        {
            Logger.Failure(error);
        }
    }
}
