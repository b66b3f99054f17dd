using System.Collections.Immutable;
using Infra.Stacks.Environments;

namespace Infra.Automation.Rendering;

/// <summary>What provider functions answer while a program is rendered: what the environment's file says.</summary>
internal static class InvokeAnswers
{
    /// <summary>The functions that have an answer.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "aws:index/getAvailabilityZones:getAvailabilityZones",
        "aws:index/getCallerIdentity:getCallerIdentity",
        "aws:index/getPartition:getPartition",
        "aws:index/getRegion:getRegion",
    ];

    /// <summary>The answer of a function; null for one that has none.</summary>
    /// <param name="token">The function.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="region">The region that it is asked in.</param>
    public static ImmutableDictionary<string, object>? Find(
        string? token, EnvironmentSettings environment, string region) =>
        token switch
        {
            "aws:index/getAvailabilityZones:getAvailabilityZones" => Answer(
                ("id", region),
                ("region", region),
                ("names", ImmutableArray.Create<object>($"{region}a", $"{region}b", $"{region}c"))),
            "aws:index/getCallerIdentity:getCallerIdentity" => Answer(
                ("id", environment.Account),
                ("accountId", environment.Account),
                ("arn", Placeholder.Caller),
                ("userId", Placeholder.Caller)),
            "aws:index/getPartition:getPartition" => Answer(
                ("id", environment.Partition),
                ("partition", environment.Partition),
                ("dnsSuffix", environment.Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com")),
            "aws:index/getRegion:getRegion" => Answer(("id", region), ("name", region), ("region", region)),
            _ => null,
        };

    private static ImmutableDictionary<string, object> Answer(
        params IEnumerable<(string Name, object Value)> members) =>
        members.ToImmutableDictionary(member => member.Name, member => member.Value);
}
