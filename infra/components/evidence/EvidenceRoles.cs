using Infra.Components.Identity;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Evidence;

/// <summary>The writer, the reviewer and the role of legal holds.</summary>
public sealed class EvidenceRoles : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the roles.</summary>
    public const string TypeToken = "strata:evidence:EvidenceRoles";

    private const int SessionSeconds = 3600; // The shortest that IAM takes.

    /// <summary>Creates the roles.</summary>
    public EvidenceRoles(string name, EvidenceRolesArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var names = args.Names;
        WriterRoleArn = Role(
            $"{name}-writer",
            args,
            (names.Writer, "Writes evidence and reads back what it wrote"),
            EvidenceRoleTrust.Writer(names.Scope, args.WritingRoles, args.WritingPods).ToJson(),
            Output.Tuple(args.KeyArn, args.ReplicaKeyArn).Apply(
                keys => EvidenceRolePolicies.Writer(args, [keys.Item1, keys.Item2]).ToJson()));
        ReviewerRoleArn = Role(
            $"{name}-reviewer",
            args,
            (names.Reviewer, "Reads evidence, and who touched it"),
            MfaTrust.Of("ReviewersRead", args.Reviewers).ToJson(),
            Output.Tuple(args.KeyArn, args.ReplicaKeyArn, args.TrailKeyArn).Apply(
                keys => EvidenceRolePolicies.Reviewer(args, [keys.Item1, keys.Item2, keys.Item3]).ToJson()));
        HoldRoleArn = Role(
            $"{name}-hold",
            args,
            (names.Hold, "Places and releases legal holds"),
            MfaTrust.Of("HoldersHold", args.Holders).ToJson(),
            Output.Create(EvidenceRolePolicies.Hold(args).ToJson()));
        RegisterOutputs();
    }

    /// <summary>ARN of the role that writes evidence.</summary>
    [Output("writerRoleArn")]
    public Output<string> WriterRoleArn { get; private set; }

    /// <summary>ARN of the role that reads evidence.</summary>
    [Output("reviewerRoleArn")]
    public Output<string> ReviewerRoleArn { get; private set; }

    /// <summary>ARN of the role that places and releases legal holds.</summary>
    [Output("holdRoleArn")]
    public Output<string> HoldRoleArn { get; private set; }

    private Output<string> Role(
        string name, EvidenceRolesArgs args, (string Name, string Purpose) about, string trust, Output<string> policy)
    {
        var role = new Iam.Role(
            name,
            new()
            {
                Name = about.Name,
                Description = about.Purpose,
                AssumeRolePolicy = trust,
                MaxSessionDuration = SessionSeconds,
                Tags = args.Tags.ToInputs(),
            },
            new() { Parent = this });
        _ = new Iam.RolePolicy(
            $"{name}-policy", new() { Role = role.Name, Policy = policy }, new() { Parent = this });
        return role.Arn;
    }
}
