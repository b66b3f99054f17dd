namespace Sdk.Tests.Support;

/// <summary>Makes one object, whatever is asked for.</summary>
internal sealed class Services(Func<object?> make) : IServiceProvider
{
    public object? GetService(Type serviceType) => make();
}
