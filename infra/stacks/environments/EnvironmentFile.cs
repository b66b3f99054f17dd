using System.Text.RegularExpressions;
using Infra.Components.Evidence;
using Infra.Stacks.Bootstrap;
using Infra.Stacks.Data;
using Infra.Stacks.Evidence;
using Infra.Stacks.Foundation;
using Infra.Stacks.Platform;
using Infra.Stacks.Workloads;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Stacks.Environments;

/// <summary>Reads one environment file into its record. The order of the questions is the order of the file.</summary>
internal static partial class EnvironmentFile
{
    private const int HundredYears = 36_525;
    private const int SeventyYears = 25_568;

    private static readonly Dictionary<string, StoreFeature> _features = new()
    {
        ["kmsEncryption"] = StoreFeature.KmsEncryption,
        ["ownershipControls"] = StoreFeature.OwnershipControls,
        ["publicAclBlock"] = StoreFeature.PublicAclBlock,
        ["replication"] = StoreFeature.Replication,
        ["retentionBounds"] = StoreFeature.RetentionBounds,
    };

    public static EnvironmentSettings Read(string file, string name, string text)
    {
        var problems = new List<EnvironmentProblem>();
        var settings = Read(new YamlSection(file, "", Parse(file, text), problems), name);
        return problems.Count == 0
            ? settings
            : throw new EnvironmentFileException([.. problems.OrderBy(p => p.Line).ThenBy(p => p.Column)]);
    }

    private static YamlNode Parse(string file, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            throw new EnvironmentFileException(
                [new(file, exception.Start.Line, exception.Start.Column, $"This is not YAML: {exception.Message}")]);
        }

        return stream.Documents switch
        {
            [var document] => document.RootNode,
            [] => throw new EnvironmentFileException([new(file, 1, 1, "The file is empty; it takes one environment.")]),
            [_, var second, ..] => throw new EnvironmentFileException(
            [
                new(file, second.RootNode.Start.Line, 1, "The file holds a second document; it takes one environment."),
            ]),
        };
    }

    private static EnvironmentSettings Read(YamlSection file, string name)
    {
        var declared = file.Text("environment", Word(), "the name of the file");
        if (declared != name)
        {
            file.Wrong("environment", $"'environment' is '{declared}' in the file of '{name}'; allowed is '{name}'.");
        }

        bool protect;
        var settings = new EnvironmentSettings
        {
            Name = declared,
            Account = file.Text("account", AccountId(), "an AWS account id: twelve digits in quotes", quoted: true),
            Partition = file.Text("partition", Partitions(), "one of aws, aws-cn, aws-us-gov"),
            Region = file.Text("region", Region(), "an AWS region such as 'eu-central-1'"),
            ReplicaRegion = file.Text("replicaRegion", Region(), "an AWS region such as 'eu-west-1'"),
            Prefix = file.Text("prefix", Prefix(),
                "3 to 30 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen"),
            Tags = Tags(file.Section("tags")),
            Protect = protect = file.Flag("protect"),
            Engine = Engine(file.Section("engine")),
            Store = Store(file.Section("store")),
            Bootstrap = file.OptionalSection("bootstrap") is { } bootstrap ? BootstrapSection.Read(bootstrap) : null,
            Evidence = Evidence(file.Section("evidence")),
            Foundation = FoundationSection.Read(file.OptionalSection("foundation")),
            Data = DataSection.Read(file.OptionalSection("data"), protect),
            Platform = PlatformSection.Read(file.OptionalSection("platform"), protect),
            Workloads = WorkloadsSection.Read(file.OptionalSection("workloads")),
        };
        file.Done();
        CheckReplica(file, settings);
        CheckDates(file, settings);
        BootstrapSection.Check(file, settings);
        AuditSection.Check(file, settings);
        return settings;
    }

    private static void CheckReplica(YamlSection file, EnvironmentSettings settings)
    {
        if (settings.Store.Has(StoreFeature.Replication) && settings.ReplicaRegion == settings.Region)
        {
            file.Wrong("replicaRegion", $"'replicaRegion' is '{settings.ReplicaRegion}', which is also 'region'; "
                + "allowed is another region, or the same one where 'store.lacks.replication' says why.");
        }
    }

    private static void CheckDates(YamlSection file, EnvironmentSettings settings)
    {
        var longest = settings.Evidence.Retention.Maximum;
        if (settings.Store.Kind is StoreKind.S3Compatible && longest.Days > SeventyYears)
        {
            file.Wrong("evidence", $"'evidence.retention.maximum' is '{longest}'; allowed is up to 70 years where "
                + "'store.kind' is 's3-compatible': Ceph keeps dates in 32 bits, so one after 2106 wraps around and "
                + "locks nothing.");
        }
    }

    private static TagSettings Tags(YamlSection section)
    {
        var tags = new TagSettings(
            section.Text("owner", TagValue(), "a team's name: letters, digits, spaces and _.:/=+-@"),
            section.Text("costCentre", TagValue(), "a cost centre: letters, digits, spaces and _.:/=+-@"),
            section.Text("dataClass", DataClass(), "one of public, internal, confidential"));
        section.Done();
        return tags;
    }

    private static EngineSettings Engine(YamlSection section)
    {
        switch (section.OneOf("kind", new Dictionary<string, bool> { ["embedded"] = true, ["pulumi"] = false }))
        {
            case true:
                section.Done();
                return new EmbeddedEngineSettings();
            case false:
                var engine = new PulumiEngineSettings(
                    section.Text("backend", Backend(), "an S3 address with its region: s3://BUCKET?region=REGION"),
                    section.Text("secretsProvider", SecretsProvider(),
                        "a KMS key: awskms://KEY-ID?region=REGION, awskms://alias/NAME?region=REGION or "
                        + "awskms:///ARN"));
                section.Done();
                return engine;
            case null:
                return new EmbeddedEngineSettings(); // The kind is a problem already; which keys go with it is unknown.
        }
    }

    private static StoreSettings Store(YamlSection section)
    {
        var kind = section.OneOf("kind", new Dictionary<string, StoreKind>
        {
            ["aws"] = StoreKind.Aws,
            ["s3-compatible"] = StoreKind.S3Compatible,
        });
        var lacks = section.Section("lacks");
        var reasons = new Dictionary<StoreFeature, string>();
        foreach (var (key, feature) in _features.Where(feature => lacks.Keys.Contains(feature.Key)))
        {
            reasons[feature] = lacks.Reason(key);
        }

        lacks.Done(_features.Keys);
        if (kind is StoreKind.Aws && reasons.Count > 0)
        {
            section.Wrong(
                "lacks", "'store.lacks' must be empty, {}, where 'store.kind' is 'aws': AWS lacks none of these.");
        }

        section.Done();
        return new(kind.GetValueOrDefault(), reasons);
    }

    private static EvidenceSettings Evidence(YamlSection section)
    {
        var evidence = new EvidenceSettings(
            Retention(section.Section("retention")),
            section.Period("abandonedUploads", 1, 365),
            section.Period("headHistory", 1, HundredYears),
            section.Period("keyDeletionWindow", 7, 30),
            AuditSection.Read(section.OptionalSection("audit")));
        section.Done();
        return evidence;
    }

    private static RetentionSettings Retention(YamlSection section)
    {
        var retention = new RetentionSettings(
            section.OneOf("mode", new Dictionary<string, RetentionMode>
            {
                ["COMPLIANCE"] = RetentionMode.Compliance,
                ["GOVERNANCE"] = RetentionMode.Governance,
            }).GetValueOrDefault(),
            section.Period("minimum", 1, HundredYears),
            section.Period("default", 1, HundredYears),
            section.Period("maximum", 1, HundredYears));
        section.Done();
        if (retention.Default.Days < retention.Minimum.Days || retention.Default.Days > retention.Maximum.Days)
        {
            section.Wrong("default", $"'evidence.retention.default' is '{retention.Default}'; allowed is "
                + $"'{retention.Minimum}' to '{retention.Maximum}', as 'minimum' and 'maximum' say.");
        }

        return retention;
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*\z")]
    private static partial Regex Word();

    [GeneratedRegex(@"\A[0-9]{12}\z")]
    private static partial Regex AccountId();

    [GeneratedRegex(@"\Aaws(-cn|-us-gov)?\z")]
    private static partial Regex Partitions();

    [GeneratedRegex(@"\A[a-z]{2}(-[a-z]+)+-[0-9]\z")]
    private static partial Regex Region();

    [GeneratedRegex(@"\A[a-z](-?[a-z0-9]){2,29}\z")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\A[\p{L}\p{N} _.:/=+\-@]{1,256}\z")]
    private static partial Regex TagValue();

    [GeneratedRegex(@"\A(public|internal|confidential)\z")]
    private static partial Regex DataClass();

    [GeneratedRegex(@"\As3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](/[^?\s]*)?\?(\S+&)?region=[a-z0-9-]+(&\S+)?\z")]
    private static partial Regex Backend();

    [GeneratedRegex(@"\Aawskms://(/arn:aws[a-z-]*:kms:\S+|[A-Za-z0-9/_-]+\?region=[a-z0-9-]+(&\S+)?)\z")]
    private static partial Regex SecretsProvider();
}
