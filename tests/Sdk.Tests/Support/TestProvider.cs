using Pulumi;

namespace Sdk.Tests.Support;

/// <summary>An instance of the provider of <see cref="Thing"/>.</summary>
public sealed class TestProvider(string name, CustomResourceOptions? options = null)
    : ProviderResource("test", name, ResourceArgs.Empty, options);
