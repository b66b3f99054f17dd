using Infra.Components.Evidence;
using Infra.Components.Flows;
using Infra.Components.Flows.Catalogue;
using Infra.Stacks.Environments;
using Infra.Stacks.Layers;

namespace Infra.Stacks.Evidence;

/// <summary>Who may touch the vault, and what is recorded about it.</summary>
/// <param name="context">The layer.</param>
/// <param name="settings">What the environment says about it.</param>
/// <param name="home">The provider of the vault's region.</param>
/// <param name="abroad">The provider of the replica's region.</param>
internal sealed class EvidenceAudit(
    LayerContext context, AuditSettings settings, ProviderResource home, ProviderResource abroad)
{
    private static readonly Workload[] _writers = [PlatformWorkloads.Api, PlatformWorkloads.Worker];

    private readonly EnvironmentSettings _environment = context.Environment;

    /// <summary>The trail over the whole account, and over the objects of the vault.</summary>
    public EvidenceTrail Trail() => new(
        "trail",
        new()
        {
            Scope = _environment.Scope,
            Region = _environment.Region,
            Retention = new(
                _environment.Evidence.Retention.Mode,
                MinimumDays: 1,
                settings.TrailRetention.Days,
                settings.TrailRetention.Days),
            VaultArns = [.. EvidenceVault.BucketNamesOf(_environment.Prefix).Select(_environment.Scope.Bucket)],
            AbandonedUploadDays = _environment.Evidence.AbandonedUploads.Days,
            KeyDeletionDays = _environment.Evidence.KeyDeletionWindow.Days,
            Tags = context.Tags,
            Abilities = StoreAbilities.All,
        },
        Kept(home));

    /// <summary>Access logs and inventories, in each of the two regions: S3 writes none into another.</summary>
    public void Logs(EvidenceVault vault, EvidenceBucket replica, Output<string> keyArn, Output<string> replicaKeyArn)
    {
        Logs("logs", EvidenceLogs.NameOf(_environment.Prefix), [vault.Primary, vault.Head], keyArn, home);
        Logs("replica-logs", EvidenceLogs.ReplicaNameOf(_environment.Prefix), [replica], replicaKeyArn, abroad);
    }

    /// <summary>The writer, the reviewer and the role of legal holds.</summary>
    public EvidenceRoles Roles(Output<string> keyArn, Output<string> replicaKeyArn, Output<string> trailKeyArn)
    {
        var (prefix, scope) = (_environment.Prefix, _environment.Scope);
        return new(
            "roles",
            new()
            {
                Names = new(scope),
                VaultArns = [.. EvidenceVault.BucketNamesOf(prefix).Select(scope.Bucket)],
                RecordArns =
                [
                    scope.Bucket(EvidenceTrail.NameOf(prefix)),
                    scope.Bucket(EvidenceLogs.NameOf(prefix)),
                    scope.Bucket(EvidenceLogs.ReplicaNameOf(prefix)),
                ],
                KeyArn = keyArn,
                ReplicaKeyArn = replicaKeyArn,
                TrailKeyArn = trailKeyArn,
                WritingRoles = [scope.DeployRoleArn, .. _writers.Select(pod => scope.Role($"{prefix}-{pod.Name}"))],
                WritingPods = _writers,
                Reviewers = settings.Reviewers,
                Holders = settings.Holders,
                Tags = context.Tags,
            },
            new() { Provider = home });
    }

    private void Logs(
        string name,
        string bucket,
        IReadOnlyList<EvidenceBucket> sources,
        Output<string> keyArn,
        ProviderResource region) =>
        _ = new EvidenceLogs(
            name,
            new()
            {
                Scope = _environment.Scope,
                BucketName = bucket,
                Sources = sources,
                KeyArn = keyArn,
                HistoryDays = settings.LogHistory.Days,
                AbandonedUploadDays = _environment.Evidence.AbandonedUploads.Days,
                Tags = context.Tags,
            },
            Kept(region));

    private ComponentResourceOptions Kept(ProviderResource region) =>
        new() { Provider = region, Protect = _environment.Protect };
}
