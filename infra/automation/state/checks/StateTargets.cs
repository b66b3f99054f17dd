using System.Collections.Immutable;

namespace Infra.Automation.State.Checks;

/// <summary>What to look at.</summary>
/// <param name="Root">The checkout, for its workflows.</param>
/// <param name="StateFolder">The folder of this machine's states; it need not exist.</param>
/// <param name="Host">Name of this machine.</param>
/// <param name="Patience">Age from which on a lock of another machine counts as stale.</param>
public sealed record StateTargets(string Root, string StateFolder, string Host, TimeSpan Patience)
{
    /// <summary>Checkpoints of the Pulumi engine.</summary>
    public ImmutableArray<string> Checkpoints { get; init; } = [];

    /// <summary>Copies of <c>.pulumi/locks</c>.</summary>
    public ImmutableArray<string> LockFolders { get; init; } = [];

    /// <summary>Names of variables that are set.</summary>
    public ImmutableArray<string> Variables { get; init; } = [];
}
