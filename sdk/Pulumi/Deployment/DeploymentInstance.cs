namespace Pulumi;

/// <summary>The program that is running, and its way to providers' functions.</summary>
public sealed class DeploymentInstance
{
    internal DeploymentInstance(Deployment deployment) => Deployment = deployment;

    public string StackName => Deployment.StackName;

    public string ProjectName => Deployment.ProjectName;

    /// <summary>The folder that the project's file is in.</summary>
    public string RootDirectory => Deployment.RootDirectory;

    public string OrganizationName => Deployment.OrganizationName;

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun => Deployment.IsDryRun;

    internal Deployment Deployment { get; }

    public Output<T> Invoke<T>(
        string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
        => new(Deployment.Invoker.InvokeAsync<T>(token, args, options));

    public Output<T> Invoke<T>(
        string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest)
        => new(Deployment.Invoker.InvokeAsync<T>(token, args, options));

    /// <summary>
    /// Calls a provider's function. The result depends on the resources that the arguments came from; while an argument
    /// is unknown the function is not called and the result is unknown.
    /// </summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => Invoke<T>(token, args, options, registerPackageRequest: null);

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => Invoke<T>(token, args, options, registerPackageRequest: null);

    public Output<T> InvokeSingle<T>(
        string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
        => Invoke<Dictionary<string, T>>(token, args, options).Apply(result => result.Values.First());

    public Output<T> InvokeSingle<T>(
        string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest)
        => Invoke<Dictionary<string, T>>(token, args, options).Apply(result => result.Values.First());

    /// <summary>As <see cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>, for a result of one property.</summary>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => InvokeSingle<T>(token, args, options, registerPackageRequest: null);

    /// <inheritdoc cref="InvokeSingle{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => InvokeSingle<T>(token, args, options, registerPackageRequest: null);

    public Task<T> InvokeAsync<T>(
        string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
        => Deployment.Invoker.InvokeAtOnceAsync<T>(token, args, options);

    /// <summary>Calls a provider's function at once, with what is known of the arguments.</summary>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => InvokeAsync<T>(token, args, options, registerPackageRequest: null);

    public async Task<T> InvokeSingleAsync<T>(
        string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
    {
        var result = await InvokeAsync<Dictionary<string, T>>(token, args, options).ConfigureAwait(false);
        return result.Values.First();
    }

    /// <summary>As <c>InvokeAsync</c>, for a result of one property.</summary>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => InvokeSingleAsync<T>(token, args, options, registerPackageRequest: null);

    public Task InvokeAsync(
        string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
        => Deployment.Invoker.InvokeAtOnceAsync(token, args, options);

    /// <summary>Calls a provider's function at once, for its effect.</summary>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null)
        => InvokeAsync(token, args, options, registerPackageRequest: null);

    public Output<T> Call<T>(
        string token,
        CallArgs args,
        Resource? self,
        CallOptions? options,
        RegisterPackageRequest? registerPackageRequest)
        => new(Deployment.Invoker.CallAsync<T>(token, args, self, options));

    /// <summary>Calls a method of a resource.</summary>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null)
        => Call<T>(token, args, self, options, registerPackageRequest: null);

    public void Call(
        string token,
        CallArgs args,
        Resource? self,
        CallOptions? options,
        RegisterPackageRequest? registerPackageRequest)
        => _ = Call<object>(token, args, self, options, registerPackageRequest);

    /// <summary>Calls a method of a resource for its effect.</summary>
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null)
        => Call(token, args, self, options, registerPackageRequest: null);

    /// <exception cref="NotSupportedException">Always: only the real engine runs invoke transforms.</exception>
    public void RegisterInvokeTransform(InvokeTransform transform) => Deployment.RegisterInvokeTransform(transform);
}
