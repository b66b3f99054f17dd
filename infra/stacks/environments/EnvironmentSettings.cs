using Infra.Components.Identity;
using Infra.Stacks.Bootstrap;
using Infra.Stacks.Data;
using Infra.Stacks.Foundation;
using Infra.Stacks.Platform;
using Infra.Stacks.Workloads;

namespace Infra.Stacks.Environments;

/// <summary>One environment, as <c>infra/stacks/environments/NAME.yaml</c> describes it.</summary>
public sealed record EnvironmentSettings
{
    /// <summary>
    /// The environment's name, equal to the file's: <c>local</c>, <c>dev</c>, <c>staging</c> or <c>prod</c>.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>AWS account id: twelve digits. The provider refuses to act in any other account.</summary>
    public required string Account { get; init; }

    /// <summary>AWS partition: <c>aws</c>, <c>aws-cn</c> or <c>aws-us-gov</c>.</summary>
    public required string Partition { get; init; }

    /// <summary>The region everything is in unless it says otherwise.</summary>
    public required string Region { get; init; }

    /// <summary>
    /// The region that evidence is replicated to; differs from <see cref="Region"/> unless there is no replication.
    /// </summary>
    public required string ReplicaRegion { get; init; }

    /// <summary>What every name starts with. Bucket names come from it, so it is unique in the AWS partition.</summary>
    public required string Prefix { get; init; }

    /// <summary>What is said about everything in the environment.</summary>
    public required TagSettings Tags { get; init; }

    /// <summary>Whether resources that hold data refuse to be deleted or replaced.</summary>
    public required bool Protect { get; init; }

    /// <summary>Which engine applies the environment.</summary>
    public required EngineSettings Engine { get; init; }

    /// <summary>The S3 store and what it lacks.</summary>
    public required StoreSettings Store { get; init; }

    /// <summary>What the account has before anything else; null where there is no account to bootstrap.</summary>
    public BootstrapSettings? Bootstrap { get; init; }

    /// <summary>The evidence vault.</summary>
    public required EvidenceSettings Evidence { get; init; }

    /// <summary>The network and the keys; null where the environment has none of its own.</summary>
    public FoundationSettings? Foundation { get; init; }

    /// <summary>The databases and their backups; null where the environment has none of its own.</summary>
    public DataSettings? Data { get; init; }

    /// <summary>The cluster and what runs in it for everybody; null where the environment has none.</summary>
    public PlatformSettings? Platform { get; init; }

    /// <summary>The service itself; null where it does not run in the environment.</summary>
    public WorkloadsSettings? Workloads { get; init; }

    /// <summary>The account, and what the environment's identities are called in it.</summary>
    public AccountScope Scope => new(Partition, Account, Prefix);
}
