using Evidence.Pipeline.Vault;

namespace Strata.Cli.Evidence;

/// <summary>A lock as <c>--json</c> shows it: the mode as S3 writes it, the date in UTC.</summary>
internal sealed record LockView(string? Mode, DateTimeOffset? RetainUntil, bool Hold)
{
    public static LockView Of(LockState state) =>
        new(state.Mode?.ToString().ToUpperInvariant(), state.RetainUntil, state.Hold);
}
