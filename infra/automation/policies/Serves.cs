using System.Collections.Immutable;

namespace Infra.Automation.Policies;

/// <summary>
/// Controls that go together: one of SOC 2, one of ISO/IEC 27001:2022 annex A and one or two of NIST SP 800-53 r5, as
/// <c>controls.yaml</c> of the evidence catalogue lists them.
/// </summary>
internal static class Serves
{
    public static readonly ImmutableArray<string> EncryptionAtRest = ["SOC2-CC6.1", "ISO27001-A.8.24", "NIST-SC-28"];
    public static readonly ImmutableArray<string> EncryptionInTransit = ["SOC2-CC6.7", "ISO27001-A.8.24", "NIST-SC-8"];
    public static readonly ImmutableArray<string> KeyManagement = ["SOC2-CC6.1", "ISO27001-A.8.24", "NIST-SC-12"];
    public static readonly ImmutableArray<string> AccessControl = ["SOC2-CC6.1", "ISO27001-A.8.3", "NIST-AC-3"];
    public static readonly ImmutableArray<string> LeastPrivilege =
        ["SOC2-CC6.3", "ISO27001-A.8.2", "NIST-AC-3", "NIST-AC-6"];

    public static readonly ImmutableArray<string> Authentication = ["SOC2-CC6.1", "ISO27001-A.8.5", "NIST-IA-2"];
    public static readonly ImmutableArray<string> Credentials = ["SOC2-CC6.1", "ISO27001-A.5.17", "NIST-IA-5"];
    public static readonly ImmutableArray<string> Boundary = ["SOC2-CC6.6", "ISO27001-A.8.20", "NIST-SC-7"];
    public static readonly ImmutableArray<string> Segregation =
        ["SOC2-CC6.6", "ISO27001-A.8.22", "NIST-AC-4", "NIST-SC-7"];

    public static readonly ImmutableArray<string> Records =
        ["SOC2-CC6.1", "ISO27001-A.5.33", "NIST-AU-9", "NIST-AU-11"];
    public static readonly ImmutableArray<string> Backup = ["SOC2-A1.2", "ISO27001-A.8.13", "NIST-CP-9"];
    public static readonly ImmutableArray<string> OtherSite = ["SOC2-A1.2", "ISO27001-A.8.13", "NIST-CP-6"];
    public static readonly ImmutableArray<string> Recovery =
        ["SOC2-A1.3", "ISO27001-A.5.30", "NIST-CP-4", "NIST-CP-10"];
    public static readonly ImmutableArray<string> Redundancy = ["SOC2-A1.2", "ISO27001-A.8.14", "NIST-CP-10"];
    public static readonly ImmutableArray<string> Logging =
        ["SOC2-CC7.2", "ISO27001-A.8.15", "NIST-AU-2", "NIST-AU-12"];
    public static readonly ImmutableArray<string> Configuration =
        ["SOC2-CC7.1", "ISO27001-A.8.9", "NIST-CM-2", "NIST-CM-6"];

    public static readonly ImmutableArray<string> LeastFunction = ["SOC2-CC6.8", "ISO27001-A.8.9", "NIST-CM-7"];
    public static readonly ImmutableArray<string> Inventory = ["SOC2-CC6.1", "ISO27001-A.5.9", "NIST-CM-8"];
    public static readonly ImmutableArray<string> Provenance =
        ["SOC2-CC6.8", "ISO27001-A.5.21", "NIST-SI-7", "NIST-SR-4"];

    public static readonly ImmutableArray<string> Vulnerabilities = ["SOC2-CC7.1", "ISO27001-A.8.8", "NIST-RA-5"];
    public static readonly ImmutableArray<string> Lifecycle = ["SOC2-CC7.1", "ISO27001-A.8.8", "NIST-SI-2"];
    public static readonly ImmutableArray<string> Capacity = ["SOC2-A1.1", "ISO27001-A.8.6", "NIST-SC-6"];
    public static readonly ImmutableArray<string> Spending = ["SOC2-A1.1", "ISO27001-A.8.6", "NIST-SA-2"];
    public static readonly ImmutableArray<string> Environments = ["SOC2-CC8.1", "ISO27001-A.8.31", "NIST-CM-3"];
}
