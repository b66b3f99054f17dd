namespace Infra.Stacks.Environments;

/// <summary>Which engine applies an environment.</summary>
public abstract record EngineSettings;

/// <summary>The engine in this process, with its state in a local file: for one machine.</summary>
public sealed record EmbeddedEngineSettings : EngineSettings;

/// <summary>The Pulumi CLI, driven through the Automation API.</summary>
/// <param name="Backend">Where Pulumi keeps its state: an <c>s3://</c> address.</param>
/// <param name="SecretsProvider">The KMS key of the state's secrets: an <c>awskms://</c> address.</param>
public sealed record PulumiEngineSettings(string Backend, string SecretsProvider) : EngineSettings;
