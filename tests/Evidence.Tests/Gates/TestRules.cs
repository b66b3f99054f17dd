using System.Text;
using Evidence.Pipeline.Gates.Rules;

namespace Evidence.Tests.Gates;

/// <summary>Small rules, with one gate.</summary>
internal static class TestRules
{
    public const string Workstreams = """
        workstreams:
          - name: cost
            title: Cost
            owner: platform
            target: 2027-02-26
            evidence:
              - {id: spending, kind: cost-report, withinDays: 35, outcome: passed}
              - {id: budget, kind: document, withinDays: 365}
        """;

    /// <summary>Rules of a gate "g" that requires all of these: one line of YAML for each.</summary>
    public static GateRules Of(params string[] requirements) => Read(Gates(requirements));

    public static string Gates(params string[] requirements) => $$"""
        waivers:
          - {name: short, days: 14, meaning: For little.}
          - {name: long, days: 60, meaning: For much.}
        gates:
          - name: g
            meaning: A test may go on.
            controls: [NIST-CA-2]
            everyDays: 7
            all:
              - {{string.Join("\n      - ", requirements)}}
        expected:
          - {id: backups, kind: backup-report, everyDays: 1}
        """;

    public static GateRules Read(string gates, string workstreams = Workstreams) =>
        GateRules.Read(Encoding.UTF8.GetBytes(gates), Encoding.UTF8.GetBytes(workstreams));
}
