using Infra.Components.Identity;
using Infra.Components.Tagging;

namespace Infra.Components.Account;

/// <summary>Arguments of <see cref="AlarmTopic"/>.</summary>
public sealed class AlarmTopicArgs : ResourceArgs
{
    /// <summary>The account.</summary>
    public required AccountScope Scope { get; init; }

    /// <summary>The mail address that is told.</summary>
    public required string Address { get; init; }

    /// <summary>Days for which the topic's key can still be rescued when it is to be deleted; 7 to 30.</summary>
    public required int KeyDeletionDays { get; init; }

    /// <summary>The tags of the topic and its key.</summary>
    public required StandardTags Tags { get; init; }
}
