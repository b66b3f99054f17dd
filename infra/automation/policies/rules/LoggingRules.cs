using Infra.Automation.Json;
using Infra.Automation.Rendering;

namespace Infra.Automation.Policies.Rules;

/// <summary>What is written down, and for how long.</summary>
internal static class LoggingRules
{
    private const int AYear = 365; // Days: an audit looks back over one.

    private static readonly string[] _clusterLogs = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

    public static IReadOnlyList<PolicyRule> All { get; } =
    [
        new(PolicyThemes.Logging, 1, context => context.Each(AwsTypes.Vpc)
            .Where(vpc => !context.About(vpc, AwsTypes.FlowLog, "vpcId")
                .Any(log => log.Text("trafficType") is "ALL"))
            .Select(vpc => vpc.Breach("flowLog", "no flow log of all traffic")))
        {
            Severity = PolicySeverity.Medium,
            Title = "Every VPC logs its flows, accepted and refused.",
            Reason = "Without them nobody can say afterwards what an intruder reached.",
            Remedy = "Give the VPC a FlowLog with the traffic type ALL.",
            Controls = Serves.Logging,
        },
        new(PolicyThemes.Logging, 2, context => context.Each(AwsTypes.Vpc)
            .Where(vpc => !context.About(vpc, AwsTypes.DnsQueryLogAssociation, "resourceId").Any())
            .Select(vpc => vpc.Breach("queryLog", "names that are asked for are not logged")))
        {
            Severity = PolicySeverity.Low,
            Title = "Every VPC logs the names that are asked for.",
            Reason = "Malware asks for names before it does anything else.",
            Remedy = "Associate a ResolverQueryLogConfig with the VPC.",
            Controls = Serves.Logging,
        },
        new(PolicyThemes.Logging, 3, context => context.Each(AwsTypes.Firewall)
            .SelectMany(firewall => MissingLogs(context, firewall)))
        {
            Severity = PolicySeverity.Medium,
            Title = "Every firewall logs its alerts and its flows.",
            Reason = "What it dropped is the first sign of an intruder, and of a forgotten declaration.",
            Remedy = "Give the firewall a LoggingConfiguration with ALERT and FLOW.",
            Controls = Serves.Logging,
        },
        new(PolicyThemes.Logging, 4, context => context.Each(AwsTypes.Cluster).SelectMany(cluster => _clusterLogs
            .Except(cluster.Texts("enabledClusterLogTypes"))
            .Select(type => cluster.Breach("enabledClusterLogTypes", $"without {type}"))))
        {
            Severity = PolicySeverity.Medium,
            Title = "The control plane writes all five of its logs.",
            Reason = "The audit log is the only record of who did what in the cluster.",
            Remedy = "Set EnabledClusterLogTypes to api, audit, authenticator, controllerManager and scheduler.",
            Controls = Serves.Logging,
        },
        new(PolicyThemes.Logging, 5, context => context.Unless(
            AwsTypes.LogGroup,
            "retentionInDays",
            days => days.AsNumber() is { } number && (number >= AYear || (number > 0 && !HoldsSecrets(context)))))
        {
            Severity = PolicySeverity.Low,
            Title = "Every log group has an end, and where data is confidential none before a year.",
            Reason = "Without an end logs are paid for for ever; with too early a one, an audit finds none.",
            Remedy = "Set RetentionInDays from the environment's file.",
            Controls = Serves.Logging,
        },
        new(PolicyThemes.Logging, 8, context =>
            from trail in context.Each(AwsTypes.Trail)
            from setting in (string[])["enableLogFileValidation", "isMultiRegionTrail", "includeGlobalServiceEvents"]
            where !trail.IsTrue(setting)
            select trail.Breach(setting))
        {
            Severity = PolicySeverity.High,
            Title = "Every trail signs its files and hears every region.",
            Reason = "Without digests a deleted or rewritten log file is not noticed; elsewhere nobody would be heard.",
            Remedy = "Set EnableLogFileValidation, IsMultiRegionTrail and IncludeGlobalServiceEvents.",
            Controls = Serves.Logging,
        },
        new(PolicyThemes.Logging, 9, context => context.Each(AwsTypes.Trail)
            .Where(trail => !trail.Items("advancedEventSelectors")
                .SelectMany(selector => selector.Items("fieldSelectors"))
                .Any(field => field.Text("field") is "resources.type"
                    && field.Items("equals").Any(type => type.GetString() is "AWS::S3::Object")))
            .Select(trail => trail.Breach("advancedEventSelectors", "no data events of S3 objects")))
        {
            Severity = PolicySeverity.High,
            Title = "Every trail records who read and wrote objects.",
            Reason = "Management events do not say who touched a piece of evidence.",
            Remedy = "Add an event selector of category Data for AWS::S3::Object with the vault's buckets.",
            Controls = Serves.Logging,
        },
    ];

    private static bool HoldsSecrets(PolicyContext context) => context.Environment.Tags.DataClass is "confidential";

    private static IEnumerable<Breach> MissingLogs(PolicyContext context, GraphResource firewall)
    {
        var written = context.About(firewall, AwsTypes.FirewallLogging, "firewallArn")
            .SelectMany(logging => logging.Items("loggingConfiguration.logDestinationConfigs"))
            .Select(destination => destination.At("logType").AsText())
            .ToList();
        return ((string[])["ALERT", "FLOW"]).Except(written.OfType<string>())
            .Select(type => firewall.Breach("loggingConfiguration", $"without {type}"));
    }
}
