using System.Globalization;
using Infra.Components.Temporal;
using Infra.Stacks.Environments;

namespace Infra.Stacks.Platform.Charts;

/// <summary>Reads the section <c>platform.charts</c> of an environment file.</summary>
internal static class ChartSection
{
    private const int MostReplicas = 9;
    private const int MostGenerations = 10_000;
    private const int LargestVolumeGiB = 1000;

    /// <summary>Closed workflows are in the database: a year of them is its size.</summary>
    private const int LongestRetentionDays = 365;

    /// <summary>Fewer than three cannot lose one and still agree.</summary>
    private const int FewestVoters = 3;
    private const int MostVoters = 5;

    /// <param name="section">The section.</param>
    /// <param name="protect">Whether the environment is protected, and so survives the loss of a node.</param>
    public static ChartSettings Read(YamlSection section, bool protect)
    {
        var settings = new ChartSettings(
            Replicas(section, "platform.charts", protect),
            Temporal(section.Section("temporal"), protect),
            Vault(section.Section("vault"), protect),
            section.Number("databasePasswords", 1, MostGenerations));
        section.Done();
        return settings;
    }

    private static TemporalSettings Temporal(YamlSection section, bool protect)
    {
        const string Path = "platform.charts.temporal";
        var settings = new TemporalSettings(
            Replicas(section, Path, protect),
            new(section.Number("historyShards", HistoryShards.Fewest, HistoryShards.Most)),
            section.Period("retention", 1, LongestRetentionDays));
        section.Done();
        if (!HistoryShards.Allowed(settings.Shards.Count))
        {
            section.Wrong("historyShards", string.Create(
                CultureInfo.InvariantCulture,
                $"'{Path}.historyShards' is {settings.Shards.Count}; allowed is a power of two from "
                    + $"{HistoryShards.Fewest} to {HistoryShards.Most}, chosen once: a database keeps the number it "
                    + $"began with."));
        }

        return settings;
    }

    private static VaultSettings Vault(YamlSection section, bool protect)
    {
        const string Path = "platform.charts.vault";
        var settings = new VaultSettings(
            section.Number("replicas", 1, MostVoters),
            section.Number("dataGiB", 1, LargestVolumeGiB),
            section.Number("auditGiB", 1, LargestVolumeGiB));
        section.Done();
        var least = protect ? FewestVoters : 1;
        if (settings.Replicas % 2 == 0 || settings.Replicas < least)
        {
            var because = protect ? ", and 'protect' is true" : "";
            section.Wrong("replicas", string.Create(
                CultureInfo.InvariantCulture,
                $"'{Path}.replicas' is {settings.Replicas}; allowed is an odd number from {least} to {MostVoters}: "
                    + $"replicas decide by majority{because}."));
        }

        return settings;
    }

    private static int Replicas(YamlSection section, string path, bool protect)
    {
        var replicas = section.Number("replicas", 1, MostReplicas);
        if (protect && replicas < 2)
        {
            section.Wrong("replicas", string.Create(
                CultureInfo.InvariantCulture,
                $"'{path}.replicas' is {replicas} where 'protect' is true; allowed is 2 to {MostReplicas}, so that the "
                    + $"loss of a node stops nothing."));
        }

        return replicas;
    }
}
