using Infra.Components.Tagging;

namespace Infra.Components.Database;

/// <summary>Arguments of <see cref="DatabaseSecret"/>.</summary>
public sealed class DatabaseSecretArgs : ResourceArgs
{
    /// <summary>The environment's prefix, which the secret's name starts with.</summary>
    public required string Prefix { get; init; }

    /// <summary>The AWS partition.</summary>
    public required string Partition { get; init; }

    /// <summary>The AWS account: twelve digits.</summary>
    public required string Account { get; init; }

    /// <summary>The database whose user it is for.</summary>
    public required PlatformDatabase Database { get; init; }

    /// <summary>What comes between prefix and purpose, such as a tenant's name; nothing by default.</summary>
    public string Infix { get; init; } = "";

    /// <summary>ARN of the KMS key of secrets.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>Days for which a deleted secret can be rescued; 7 to 30.</summary>
    public required int RecoveryDays { get; init; }

    /// <summary>The tags of the secret.</summary>
    public required StandardTags Tags { get; init; }
}
