using Infra.Components.Tagging;

namespace Infra.Components.Database;

/// <summary>Arguments of <see cref="DatabaseGroups"/>.</summary>
public sealed class DatabaseGroupsArgs : ResourceArgs
{
    /// <summary>What the names start with.</summary>
    public required string Prefix { get; init; }

    /// <summary>The AWS partition.</summary>
    public required string Partition { get; init; }

    /// <summary>Major version of PostgreSQL, such as 17.</summary>
    public required int MajorVersion { get; init; }

    /// <summary>Subnets without a way out, one in each zone.</summary>
    public required InputList<string> SubnetIds { get; init; }

    /// <summary>The tags of everything in the component.</summary>
    public required StandardTags Tags { get; init; }
}
