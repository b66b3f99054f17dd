using Infra.Components.Tagging;

namespace Infra.Components.Database;

/// <summary>Arguments of <see cref="PostgresInstance"/>.</summary>
public sealed class PostgresInstanceArgs : ResourceArgs
{
    /// <summary>What the instance is called: unique in the account and region.</summary>
    public required string Identifier { get; init; }

    /// <summary>Major version of PostgreSQL. AWS chooses the minor one, and raises it at maintenance.</summary>
    public required int MajorVersion { get; init; }

    /// <summary>How large it is.</summary>
    public required InstanceSize Size { get; init; }

    /// <summary>How it is kept and watched.</summary>
    public required InstanceCare Care { get; init; }

    /// <summary>Its keys.</summary>
    public required InstanceKeys Keys { get; init; }

    /// <summary>Its subnets, parameters and monitoring role.</summary>
    public required DatabaseGroups Groups { get; init; }

    /// <summary>Id of the security group of databases.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The tags of everything in the component.</summary>
    public required StandardTags Tags { get; init; }

    /// <summary>The provider of the instance's region.</summary>
    public required ProviderResource Home { get; init; }

    /// <summary>The provider of the region that its backups are replicated to.</summary>
    public required ProviderResource Replica { get; init; }
}
