namespace Infra.Tests.Observability;

/// <summary>Needs promtool and amtool. Skipped where they are missing, but never when CI is set.</summary>
internal sealed class RuleToolFactAttribute : FactAttribute
{
    public const string Reason = "promtool and amtool are missing: apt-get install prometheus prometheus-alertmanager";

    public RuleToolFactAttribute()
    {
        if (!RuleTool.Installed && Environment.GetEnvironmentVariable("CI") is null)
        {
            Skip = Reason;
        }
    }
}
