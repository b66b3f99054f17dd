using Infra.Stacks.Bootstrap;
using Infra.Stacks.Environments;

namespace Infra.Stacks.Evidence;

/// <summary>Reads the section <c>evidence.audit</c> of an environment file.</summary>
internal static class AuditSection
{
    private const int TenYears = 3_653;

    /// <summary>The section; null where the file has none.</summary>
    public static AuditSettings? Read(YamlSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var settings = new AuditSettings(
            section.Texts("reviewers", BootstrapSection.User(), BootstrapSection.Users),
            section.Texts("holders", BootstrapSection.User(), BootstrapSection.Users),
            section.Period("trailRetention", 1, TenYears),
            section.Period("logHistory", 1, TenYears));
        section.Done();
        foreach (var both in settings.Holders.Intersect(settings.Reviewers))
        {
            section.Wrong("holders", $"'evidence.audit.holders' has '{both}', who is also a reviewer: nobody does "
                + "both. Take one of the two out.");
        }

        return settings;
    }

    /// <summary>
    /// Reports an environment of AWS whose evidence nobody watches, and one elsewhere that says it would.
    /// </summary>
    public static void Check(YamlSection file, EnvironmentSettings settings)
    {
        switch (settings)
        {
            case { Store.Kind: StoreKind.Aws, Evidence.Audit: null }:
                file.Wrong("evidence", "'evidence.audit' is missing; it takes reviewers, holders, trailRetention and "
                    + "logHistory where 'store.kind' is 'aws'.");
                break;
            case { Store.Kind: StoreKind.S3Compatible, Evidence.Audit: not null }:
                file.Wrong("evidence", "'evidence.audit' must be left out where 'store.kind' is 's3-compatible': its "
                    + "roles, its trail and its logs are services of AWS.");
                break;
            case { Store.Kind: StoreKind.Aws, Bootstrap: null }:
                file.Wrong("evidence", "'evidence.audit' needs the section 'bootstrap': the writer's role trusts the "
                    + "role that CI deploys with.");
                break;
        }
    }
}
