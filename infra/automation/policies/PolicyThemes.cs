using System.Collections.Immutable;

namespace Infra.Automation.Policies;

/// <summary>The themes, in the order in which the page of policies has them.</summary>
internal static class PolicyThemes
{
    public static readonly PolicyTheme Encryption = new("ENC", "Encryption");
    public static readonly PolicyTheme Exposure = new("PUB", "Public exposure");
    public static readonly PolicyTheme ObjectLock = new("LOCK", "Object Lock");
    public static readonly PolicyTheme Protection = new("PROT", "Protection against loss");
    public static readonly PolicyTheme Backups = new("BACKUP", "Backups");
    public static readonly PolicyTheme Identity = new("IAM", "Identity and trust");
    public static readonly PolicyTheme Network = new("NET", "Network");
    public static readonly PolicyTheme Logging = new("LOG", "Logging");
    public static readonly PolicyTheme SupplyChain = new("SUPPLY", "Supply chain");
    public static readonly PolicyTheme Tags = new("TAG", "Tags");
    public static readonly PolicyTheme Availability = new("AVAIL", "Probes and disruption budgets");
    public static readonly PolicyTheme Tenancy = new("TENANT", "Tenancy and isolation");
    public static readonly PolicyTheme Cost = new("COST", "Cost");

    public static ImmutableArray<PolicyTheme> All { get; } =
    [
        Encryption, Exposure, ObjectLock, Protection, Backups, Identity, Network, Logging, SupplyChain, Tags,
        Availability, Tenancy, Cost,
    ];
}
