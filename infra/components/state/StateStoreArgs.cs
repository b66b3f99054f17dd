using Infra.Components.Identity;
using Infra.Components.Tagging;

namespace Infra.Components.State;

/// <summary>Arguments of <see cref="StateStore"/>.</summary>
public sealed class StateStoreArgs : ResourceArgs
{
    /// <summary>The account; the bucket and the key's alias are called what it says.</summary>
    public required AccountScope Scope { get; init; }

    /// <summary>Days for which old versions of the state are kept.</summary>
    public required int HistoryDays { get; init; }

    /// <summary>Days for which the key can still be rescued when it is to be deleted; 7 to 30.</summary>
    public required int KeyDeletionDays { get; init; }

    /// <summary>The tags of the bucket and the key.</summary>
    public required StandardTags Tags { get; init; }
}
