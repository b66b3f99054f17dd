// KNOWN GAP: what a pull-through rule fetches is encrypted with ECR's own key and its tags can change, because a rule's
// repositories take a key of ours only through a creation template with a role of its own. Those images are public, and
// pods name them by the account's registry and one version.
using Pulumi.Aws.Ecr;
using Pulumi.Aws.Ecr.Inputs;
using SecretsManager = Pulumi.Aws.SecretsManager;

namespace Infra.Components.Registry;

/// <summary>
/// The account's registry, the only one that nodes reach: repositories for our own images, and rules that fetch the
/// images of others from where these are published, once, when they are first pulled.
/// </summary>
public sealed class ImageRegistry : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the repositories and their images.</summary>
    public const string TypeToken = "strata:registry:ImageRegistry";

    /// <summary>What the name of a secret must start with for ECR to read it.</summary>
    public const string SecretPrefix = "ecr-pullthroughcache/";

    /// <summary>Creates the repositories and the rules.</summary>
    public ImageRegistry(string name, ImageRegistryArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        foreach (var repository in args.Repositories)
        {
            _ = new Repository(
                $"{name}-{repository.Replace('/', '-')}",
                new()
                {
                    Name = repository,
                    ImageTagMutability = "IMMUTABLE",
                    ImageScanningConfiguration = new RepositoryImageScanningConfigurationArgs { ScanOnPush = true },
                    EncryptionConfigurations =
                    {
                        new RepositoryEncryptionConfigurationArgs { EncryptionType = "KMS", KmsKey = args.KeyArn },
                    },
                    Tags = args.Tags.ToInputs(),
                },
                new() { Parent = this });
        }

        foreach (var upstream in args.Upstreams)
        {
            var rule = new PullThroughCacheRuleArgs
            {
                EcrRepositoryPrefix = upstream.Prefix,
                UpstreamRegistryUrl = upstream.Host,
            };
            if (upstream.NeedsCredentials)
            {
                rule.CredentialArn = Credentials($"{name}-{upstream.Prefix}", upstream.Prefix, args).Arn;
            }

            _ = new PullThroughCacheRule($"{name}-{upstream.Prefix}", rule, new() { Parent = this });
        }

        RegisterOutputs();
    }

    /// <summary>
    /// A place for who signs in upstream. It is made empty: people put <c>username</c> and <c>accessToken</c> there, so
    /// that no graph and no state holds them. ECR reads it under the account's own key only.
    /// </summary>
    private SecretsManager.Secret Credentials(string name, string upstream, ImageRegistryArgs args) => new(
        name,
        new()
        {
            Name = $"{SecretPrefix}{upstream}",
            Description = $"Who fetches images from {upstream}: username and accessToken",
            RecoveryWindowInDays = args.RecoveryDays,
            Tags = args.Tags.ToInputs(),
        },
        new() { Parent = this });
}
