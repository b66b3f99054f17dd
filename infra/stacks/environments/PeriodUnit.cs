namespace Infra.Stacks.Environments;

/// <summary>The unit of a <see cref="Period"/>.</summary>
public enum PeriodUnit
{
    /// <summary>Days of 24 hours.</summary>
    Days,

    /// <summary>Years of 365.25 days, rounded up to whole days.</summary>
    Years,
}
