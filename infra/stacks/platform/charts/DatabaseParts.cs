using Infra.Components.Certificates;
using Infra.Components.Charts;
using Infra.Components.Database;
using Infra.Components.Database.Setup;
using Infra.Components.Flows.Catalogue;
using Infra.Components.Keys;
using Infra.Stacks.Data;

namespace Infra.Stacks.Platform.Charts;

/// <summary>The databases inside the instances of the data layer, made by a job in the cluster.</summary>
internal static class DatabaseParts
{
    /// <summary>The setup. Its job is done when the secrets hold credentials that work.</summary>
    /// <param name="parts">What it is built on.</param>
    /// <param name="data">The instances and the secrets.</param>
    /// <param name="registry">The account's registry.</param>
    public static DatabaseSetup Make(PlatformParts parts, DataReference data, string registry)
    {
        SetupTarget[] targets =
        [
            .. PlatformDatabase.All.Select(database => new SetupTarget(
                database.Purpose, data.DatabaseAddress, data.MasterSecretArn, database, data.SecretArn(database))),
            .. (parts.Environment.Data?.DedicatedTenants.Keys ?? []).Order(StringComparer.Ordinal).Select(tenant =>
                new SetupTarget(
                    $"tenant-{tenant}",
                    data.DedicatedAddress(tenant),
                    data.DedicatedMasterSecretArn(tenant),
                    PlatformDatabase.Service,
                    data.DedicatedSecretArn(tenant))),
        ];
        var workload = PlatformWorkloads.DatabaseSetup;
        var identity = parts.Identity(
            workload, DatabaseSetupPolicy.For(targets, parts.Foundation.KeyArn(KeyPurposes.Secrets)));
        var account = WorkloadAccount.Create(
            workload,
            callsTheCluster: false,
            new() { Provider = parts.Kubernetes, DependsOn = [.. parts.Guards] });
        var options = parts.Options;
        options.DependsOn.Add(identity);
        options.DependsOn.Add(account);
        return new(
            "databases",
            new()
            {
                Registry = registry,
                Targets = targets,
                Generation = parts.Settings.Charts.DatabasePasswords,
                Authorities = RdsAuthorities.Of(parts.Environment.Region),
            },
            options);
    }
}
