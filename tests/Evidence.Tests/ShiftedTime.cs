namespace Evidence.Tests;

/// <summary>A clock that is set forward or back.</summary>
public sealed class ShiftedTime(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
