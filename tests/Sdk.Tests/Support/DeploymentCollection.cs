namespace Sdk.Tests.Support;

/// <summary>The genuine SDK asks for tests that run deployments to run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DeploymentCollection
{
    public const string Name = "deployments";
}
