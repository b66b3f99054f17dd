using System.Globalization;
using Infra.Automation.Json;
using Infra.Automation.Policies;
using Infra.Automation.Rendering;

namespace Infra.Automation.Upgrades;

/// <summary>What runs out of support, and what a change would replace.</summary>
public static class UpgradeCheck
{
    /// <summary>
    /// Days before the end of standard support from which on it is a finding, where nobody says otherwise.
    /// </summary>
    public const int DefaultWarningDays = 90;

    /// <summary>Checks a graph.</summary>
    /// <param name="graph">What is asked for.</param>
    /// <param name="earlier">What there is; null where only versions are wanted.</param>
    /// <param name="today">The day, in UTC.</param>
    /// <param name="warningDays">Days before the end of support from which on it is a finding.</param>
    public static UpgradeReport Run(Graph graph, Graph? earlier, DateOnly today, int warningDays) => new(
        graph.Environment,
        SupportTable.AsOf,
        today > SupportTable.AsOf.AddDays(SupportTable.FreshDays),
        [
            .. graph.Layers
                .SelectMany(layer => layer.Resources)
                .SelectMany(resource => Versions(resource, today, warningDays)),
        ],
        earlier is null ? [] : [.. Losses(earlier, graph)]);

    private static IEnumerable<VersionInUse> Versions(GraphResource resource, DateOnly today, int warningDays)
    {
        switch (resource.Type)
        {
            case AwsTypes.Cluster:
                yield return Version(resource, SupportTable.Kubernetes, resource.Inputs.Text("version"));
                break;
            case AwsTypes.NodeGroup when resource.Inputs.Text("version") is { } version:
                yield return Version(resource, SupportTable.Kubernetes, version); // Without one it is the cluster's.
                break;
            case AwsTypes.DatabaseInstance when resource.Inputs.Text("engine") is "postgres":
                yield return Version(
                    resource, SupportTable.PostgreSql, resource.Inputs.Text("engineVersion")?.Split('.')[0]);
                break;
        }

        VersionInUse Version(GraphResource user, string product, string? version) =>
            Judge(user.Urn, product, version, today, warningDays);
    }

    private static VersionInUse Judge(string urn, string product, string? version, DateOnly today, int warningDays)
    {
        if (version is null || SupportTable.Find(product, version) is not { } support)
        {
            return new(urn, product, version, SupportState.Unknown, null, version is null
                ? "names no version: the cloud picks one, and a different one next time. Name it."
                : $"is not in the table of {SupportTable.AsOf:yyyy-MM-dd}: look it up, and add it to SupportTable.");
        }

        var days = support.Ends.DayNumber - today.DayNumber;
        var state = days < 0 ? SupportState.Ended
            : days <= warningDays ? SupportState.EndsSoon
            : SupportState.Supported;
        var ends = string.Create(CultureInfo.InvariantCulture, $"{support.Ends:yyyy-MM-dd}");
        return new(urn, product, version, state, support.Ends, state switch
        {
            SupportState.Ended when support.ExtendedEnds is { } extended => string.Create(
                CultureInfo.InvariantCulture,
                $"left standard support on {ends}; extended support is billed until {extended:yyyy-MM-dd}. Upgrade."),
            SupportState.Ended => $"left support on {ends}. Upgrade.",
            SupportState.EndsSoon => $"leaves standard support on {ends}, in {days} days. Plan the upgrade now.",
            _ => $"is supported until {ends}, for {days} days more.",
        });
    }

    private static IEnumerable<Loss> Losses(Graph earlier, Graph later)
    {
        var now = new Dictionary<string, GraphResource>(StringComparer.Ordinal);
        foreach (var resource in later.Layers.SelectMany(layer => layer.Resources))
        {
            now[resource.Urn] = resource;
            foreach (var alias in resource.Options.Aliases ?? [])
            {
                now.TryAdd(alias, resource);
            }
        }

        return earlier.Layers.SelectMany(layer => layer.Resources).SelectMany(was => LossesOf(was, now));
    }

    private static IEnumerable<Loss> LossesOf(GraphResource was, Dictionary<string, GraphResource> now)
    {
        var holdsData = ReplaceTable.Types.ContainsKey(was.Type) || (was.Options.Protect == true && !was.Component);
        if (!now.TryGetValue(was.Urn, out var becomes))
        {
            return holdsData && was.Options.RetainOnDelete != true
                ?
                [
                    new(was.Urn, Replaced: false, null,
                        "is gone from the later graph: it would be deleted. Name it in Aliases if it only moved."),
                ]
                : [];
        }

        return (ReplaceTable.Types.GetValueOrDefault(becomes.Type) ?? [])
            .Concat((becomes.Options.ReplaceOnChanges ?? []).Select(path => new ReplaceTrigger(path)))
            .Where(trigger => Fires(trigger, was, becomes))
            .Select(trigger => new Loss(was.Urn, Replaced: true, trigger.Path, string.Create(
                CultureInfo.InvariantCulture,
                $"would be replaced: '{trigger.Path}' is {Shown(was, trigger)} and would be "
                    + $"{Shown(becomes, trigger)}.")));
    }

    private static bool Fires(ReplaceTrigger trigger, GraphResource was, GraphResource becomes)
    {
        var (before, after) = (was.Inputs.At(trigger.Path), becomes.Inputs.At(trigger.Path));
        return trigger.OnlyWhenRemoved
            ? before.IsPresent() && !after.IsPresent()
            : before is { } old && after is { } @new ? !CanonicalJson.Same(old, @new) : before is null != after is null;
    }

    private static string Shown(GraphResource resource, ReplaceTrigger trigger) =>
        resource.Inputs.At(trigger.Path) is { } value ? CanonicalJson.Compact(value) : "absent";
}
