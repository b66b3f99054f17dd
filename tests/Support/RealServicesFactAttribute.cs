using Infra.Automation.Local;

namespace Tests.Support;

/// <summary>
/// A test against real servers. Skipped where their packages are missing, but never when CI is set: a runner without
/// them must fail.
/// </summary>
public sealed class RealServicesFactAttribute : FactAttribute
{
    public RealServicesFactAttribute()
    {
        if (SkipReason is { } reason)
        {
            Skip = reason;
        }
    }

    /// <summary>Why tests against real servers cannot run here; null when they can, and must.</summary>
    public static string? SkipReason { get; } =
        Environment.GetEnvironmentVariable("CI") is null && Prerequisites.Missing() is { Count: > 0 } missing
            ? $"not installed: {string.Join(", ", missing)} (eng/install-packages.sh services)"
            : null;
}
