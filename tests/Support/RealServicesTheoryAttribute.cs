namespace Tests.Support;

/// <summary>A theory against real servers, skipped as <see cref="RealServicesFactAttribute"/> is.</summary>
public sealed class RealServicesTheoryAttribute : TheoryAttribute
{
    public RealServicesTheoryAttribute()
    {
        if (RealServicesFactAttribute.SkipReason is { } reason)
        {
            Skip = reason;
        }
    }
}
