using Infra.Components.Tagging;

namespace Infra.Components.Database;

/// <summary>Arguments of <see cref="RestoredDatabase"/>.</summary>
public sealed class RestoredDatabaseArgs : ResourceArgs
{
    /// <summary>What the copy is called: unique in the account and region, and not the source's.</summary>
    public required string Identifier { get; init; }

    /// <summary>What the source is called.</summary>
    public required string SourceIdentifier { get; init; }

    /// <summary>The moment to restore, in UTC; null (the default) for the latest one there is.</summary>
    public DateTimeOffset? RestoreTime { get; init; }

    /// <summary>Such as <c>db.m7g.large</c>.</summary>
    public required string InstanceClass { get; init; }

    /// <summary>Whether it has a standby, as the source has.</summary>
    public required bool MultiZone { get; init; }

    /// <summary>Name of the source's group of subnets.</summary>
    public required Input<string> SubnetGroupName { get; init; }

    /// <summary>Name of the source's group of parameters.</summary>
    public required Input<string> ParameterGroupName { get; init; }

    /// <summary>Id of the security group of databases.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>ARN of the KMS key of the master user's secret.</summary>
    public required Input<string> SecretKeyArn { get; init; }

    /// <summary>The tags of the copy. The service becomes the drill's: a copy is not backed up again.</summary>
    public required StandardTags Tags { get; init; }
}
