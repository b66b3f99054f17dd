using Infra.Components.Tagging;

namespace Infra.Components.Backup;

/// <summary>Arguments of <see cref="BackupPlan"/>.</summary>
public sealed class BackupPlanArgs : ResourceArgs
{
    /// <summary>What names start with.</summary>
    public required string Prefix { get; init; }

    /// <summary>The AWS partition.</summary>
    public required string Partition { get; init; }

    /// <summary>The AWS account: twelve digits.</summary>
    public required string Account { get; init; }

    /// <summary>The vault that backups go to.</summary>
    public required BackupVault Vault { get; init; }

    /// <summary>The vault in another region that every backup is copied to.</summary>
    public required BackupVault RemoteVault { get; init; }

    /// <summary>Days for which the backup of a day is kept, in both vaults.</summary>
    public required int DailyDays { get; init; }

    /// <summary>Days for which the backup of a month's first day is kept, in both vaults.</summary>
    public required int MonthlyDays { get; init; }

    /// <summary>The tags of what is backed up: its <c>environment</c> and its <c>service</c>.</summary>
    public required StandardTags Selected { get; init; }

    /// <summary>Name of the databases' group of subnets, which tests restore into.</summary>
    public required Input<string> SubnetGroupName { get; init; }

    /// <summary>Name of the databases' group of parameters, which tests restore with.</summary>
    public required Input<string> ParameterGroupName { get; init; }

    /// <summary>Id of the security group of databases, which tests restore into.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The tags of everything in the component.</summary>
    public required StandardTags Tags { get; init; }
}
