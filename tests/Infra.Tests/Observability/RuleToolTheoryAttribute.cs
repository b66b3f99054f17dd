namespace Infra.Tests.Observability;

/// <summary>Needs promtool and amtool. Skipped where they are missing, but never when CI is set.</summary>
internal sealed class RuleToolTheoryAttribute : TheoryAttribute
{
    public RuleToolTheoryAttribute()
    {
        if (!RuleTool.Installed && Environment.GetEnvironmentVariable("CI") is null)
        {
            Skip = RuleToolFactAttribute.Reason;
        }
    }
}
