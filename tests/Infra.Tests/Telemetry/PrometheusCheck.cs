using System.Text.RegularExpressions;
using Infra.Components.Telemetry.Prometheus;
using Infra.Tests.Observability;

namespace Infra.Tests.Telemetry;

/// <summary>
/// Asks promtool about a configuration. Debian builds it without the discovery of Kubernetes, and there each block of
/// it is put aside first: its few keys are asserted by <see cref="PrometheusConfigTests"/> instead.
/// </summary>
internal static partial class PrometheusCheck
{
    public static async Task Passes(string config, string rules)
    {
        using var tool = new RuleTool();
        tool.Write(PrometheusConfig.RulesFile, rules);
        var (exitCode, output) = await Check(tool, config);
        if (output.Contains("field kubernetes_sd_configs not found", StringComparison.Ordinal))
        {
            (exitCode, output) = await Check(tool, Discovery().Replace(config, "static_configs: []\n"));
        }

        Assert.True(exitCode == 0, output);
        Assert.Contains("1 rule files found", output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> Check(RuleTool tool, string config) =>
        tool.Run("promtool", "check", "config", tool.Write("prometheus.yaml", config));

    /// <summary>The key and the lines below it; relabelling follows in every job.</summary>
    [GeneratedRegex(
        @"kubernetes_sd_configs:\n.*?(?=^ *relabel_configs:)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Discovery();
}
