using Infra.Components.Policies;

namespace Infra.Components.Database.Setup;

/// <summary>What the setup may do: read master users' secrets, write those of the databases' own users.</summary>
public static class DatabaseSetupPolicy
{
    /// <summary>The policy, as JSON.</summary>
    /// <param name="targets">The databases.</param>
    /// <param name="keyArn">ARN of the KMS key of all the secrets.</param>
    public static Output<string> For(IReadOnlyList<SetupTarget> targets, Input<string> keyArn)
    {
        var masters = Output.All(targets.Select(target => target.MasterSecretArn));
        var secrets = Output.All(targets.Select(target => target.SecretArn));
        return Output.Tuple(masters, secrets, keyArn.ToOutput()).Apply(arns => new PolicyDocument(
            Allow("ReadCredentials", ["secretsmanager:GetSecretValue"], [.. arns.Item1.Distinct(), .. arns.Item2]),
            Allow(
                "WriteCredentials",
                ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"],
                arns.Item2),
            // About no secret in particular, so there is nothing to narrow it to.
            Allow("MakePasswords", ["secretsmanager:GetRandomPassword"], ["*"]),
            Allow("UseKey", ["kms:Decrypt", "kms:GenerateDataKey"], [arns.Item3])).ToJson());
    }

    private static PolicyStatement Allow(
        string sid, IReadOnlyList<string> actions, IReadOnlyList<string> resources) => new()
        {
            Sid = sid,
            Effect = PolicyEffect.Allow,
            Actions = actions,
            Resources = resources,
        };
}
