using Infra.Components.Policies;

namespace Infra.Components.Identity.Deployment;

/// <summary>What CI may do to deploy an environment, by the part of the work. One managed policy each.</summary>
public static class DeploymentPolicies
{
    /// <summary>The policies as JSON, by part.</summary>
    /// <param name="scope">The account.</param>
    /// <param name="regions">The regions of the environment.</param>
    /// <param name="stateKeyArn">ARN of the key of the state's secrets.</param>
    /// <param name="evidenceWriterArn">ARN of the role that CI takes to write evidence.</param>
    public static IReadOnlyDictionary<string, Output<string>> Of(
        AccountScope scope, IReadOnlyList<string> regions, Output<string> stateKeyArn, string evidenceWriterArn) =>
        new Dictionary<string, Output<string>>
        {
            ["state"] = stateKeyArn.Apply(key => StatePolicy.For(scope, key, evidenceWriterArn).ToJson()),
            ["identity"] = Text(IdentityPolicy.For(scope)),
            ["network"] = Text(NetworkPolicy.For(scope)),
            ["keys"] = Text(KeyPolicy.For(scope, regions)),
            ["evidence"] = Text(EvidencePolicy.For(scope)),
            ["data"] = Text(DataPolicy.For(scope)),
            ["platform"] = Text(PlatformPolicy.For(scope)),
        };

    private static Output<string> Text(PolicyDocument document) => Output.Create(document.ToJson());
}
