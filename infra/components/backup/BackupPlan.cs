using Infra.Components.Policies;
using Pulumi.Aws.Backup.Inputs;
using Aws = Pulumi.Aws.Backup;
using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Backup;

/// <summary>
/// Backs up every database of a service, daily and monthly, copies each backup to another region, and restores one each
/// week to see that it can be.
/// </summary>
public sealed class BackupPlan : ComponentResource
{
    /// <summary>Type token. Part of every child's URN.</summary>
    public const string TypeToken = "strata:backup:BackupPlan";

    private const string ProtectedType = "RDS";
    private const string TestName = "databases"; // AWS takes letters, digits and underscores here.

    private readonly string _name;
    private readonly BackupPlanArgs _args;

    /// <summary>Creates the plans.</summary>
    public BackupPlan(string name, BackupPlanArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        (_name, _args) = (name, args);
        var plan = new Aws.Plan(
            name,
            new()
            {
                Name = $"{args.Prefix}-databases",
                Rules =
                {
                    Rule("daily", BackupSchedule.Daily, args.DailyDays),
                    Rule("monthly", BackupSchedule.Monthly, args.MonthlyDays),
                },
                Tags = args.Tags.ToInputs(),
            },
            Child());
        var backup = Role("backup", "AWSBackupServiceRolePolicyForBackup");
        _ = new Aws.Selection(
            $"{name}-selection",
            new()
            {
                Name = $"{args.Prefix}-databases",
                PlanId = plan.Id,
                IamRoleArn = backup,
                Resources = [$"arn:{args.Partition}:rds:*:{args.Account}:db:*"],
                Conditions = new SelectionConditionArgs { StringEquals = { Is("environment"), Is("service") } },
            },
            Child());
        Test(Role("restore", "AWSBackupServiceRolePolicyForRestores"));
        RegisterOutputs();

        SelectionConditionStringEqualArgs Is(string tag) =>
            new() { Key = $"aws:ResourceTag/{tag}", Value = Selected(tag) };
    }

    /// <summary>
    /// Not continuous: AWS Backup would take over the instance's own recovery to the second, which has a longer reach.
    /// </summary>
    private PlanRuleArgs Rule(string rule, string schedule, int days) => new()
    {
        RuleName = rule,
        TargetVaultName = _args.Vault.VaultName,
        Schedule = schedule,
        ScheduleExpressionTimezone = "Etc/UTC",
        StartWindow = BackupSchedule.StartMinutes,
        CompletionWindow = BackupSchedule.CompletionMinutes,
        EnableContinuousBackup = false,
        Lifecycle = new PlanRuleLifecycleArgs { DeleteAfter = days },
        CopyActions = new PlanRuleCopyActionArgs
        {
            DestinationVaultArn = _args.RemoteVault.VaultArn,
            Lifecycle = new PlanRuleCopyActionLifecycleArgs { DeleteAfter = days },
        },
        RecoveryPointTags = _args.Tags.ToInputs(),
    };

    private void Test(Output<string> role)
    {
        var plan = new Aws.RestoreTestingPlan(
            $"{_name}-test",
            new()
            {
                Name = TestName,
                ScheduleExpression = BackupSchedule.RestoreTest,
                ScheduleExpressionTimezone = "Etc/UTC",
                StartWindowHours = BackupSchedule.TestStartHours,
                RecoveryPointSelection = new RestoreTestingPlanRecoveryPointSelectionArgs
                {
                    Algorithm = "LATEST_WITHIN_WINDOW",
                    IncludeVaults = [_args.Vault.VaultArn],
                    RecoveryPointTypes = ["SNAPSHOT"],
                    SelectionWindowDays = BackupSchedule.TestWindowDays,
                },
                Tags = _args.Tags.ToInputs(),
            },
            Child());
        _ = new Aws.RestoreTestingSelection(
            $"{_name}-test-selection",
            new()
            {
                Name = TestName,
                RestoreTestingPlanName = plan.Name,
                ProtectedResourceType = ProtectedType,
                IamRoleArn = role,
                ProtectedResourceArns = ["*"],
                ProtectedResourceConditions = new RestoreTestingSelectionProtectedResourceConditionsArgs
                {
                    StringEquals =
                    {
                        new RestoreTestingSelectionProtectedResourceConditionsStringEqualArgs
                        {
                            Key = "aws:ResourceTag/service",
                            Value = Selected("service"),
                        },
                    },
                },
                // Without these a copy would land in the default VPC, behind the default group.
                RestoreMetadataOverrides =
                {
                    ["dbSubnetGroupName"] = _args.SubnetGroupName,
                    ["dbParameterGroupName"] = _args.ParameterGroupName,
                    ["vpcSecurityGroupIds"] = _args.SecurityGroupId.Apply(id => $"[\"{id}\"]"),
                    ["publiclyAccessible"] = "false",
                },
                ValidationWindowHours = BackupSchedule.ValidationHours,
            },
            Child());
    }

    private Output<string> Role(string purpose, string policy)
    {
        var role = new Iam.Role(
            $"{_name}-{purpose}-role",
            new()
            {
                Name = $"{_args.Prefix}-aws-{purpose}",
                Description = $"AWS Backup, {purpose}",
                AssumeRolePolicy = Trust().ToJson(),
                Tags = _args.Tags.ToInputs(),
            },
            Child());
        var attachment = new Iam.RolePolicyAttachment(
            $"{_name}-{purpose}-policy",
            new()
            {
                Role = role.Name,
                PolicyArn = $"arn:{_args.Partition}:iam::aws:policy/service-role/{policy}",
            },
            Child());
        return Output.Tuple(role.Arn, attachment.PolicyArn).Apply(arns => arns.Item1);
    }

    private string Selected(string tag) => _args.Selected.ToDictionary()[tag];

    private PolicyDocument Trust() => new(new PolicyStatement
    {
        Sid = "BackupWorks",
        Effect = PolicyEffect.Allow,
        Principal = PolicyPrincipal.Service("backup.amazonaws.com"),
        Actions = ["sts:AssumeRole"],
        Conditions = [new("StringEquals", "aws:SourceAccount", _args.Account)],
    });

    private CustomResourceOptions Child() => new() { Parent = this };
}
