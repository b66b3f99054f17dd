using Infra.Components.Charts;
using Infra.Components.Secrets.Resources;
using CustomResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace Infra.Components.Secrets;

/// <summary>
/// The store of one namespace, and the copies in it. Depends on <see cref="ExternalSecrets"/>. What needs a copy
/// depends on this: each counts as made once it holds the value. The copy goes with the ExternalSecret; the source
/// stays.
/// </summary>
public sealed class CopiedSecrets : ComponentResource
{
    /// <summary>Type token. Part of every child's URN: changing it replaces the copies.</summary>
    public const string TypeToken = "strata:secrets:CopiedSecrets";

    /// <summary>Name of the store in each namespace.</summary>
    public const string Store = "secrets-manager";

    /// <summary>How soon a changed password is in the cluster.</summary>
    private const string FiveMinutes = "5m";

    /// <summary>Declares the store and the copies.</summary>
    public CopiedSecrets(string name, CopiedSecretsArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, args, options)
    {
        var store = new CustomResource(
            $"{name}-store",
            new SecretStoreArgs
            {
                Metadata = CustomResources.UntilReady(Store, args.Namespace),
                Spec = new SecretStoreSpecArgs
                {
                    Provider = new SecretStoreProviderArgs
                    {
                        // No auth: the operator's own pods have the role, from Pod Identity.
                        Aws = new AwsProviderArgs { Region = args.Region },
                    },
                },
            },
            new() { Parent = this });
        foreach (var secret in args.Secrets)
        {
            _ = new CustomResource(
                $"{name}-{secret.Name}", Copy(secret, args.Namespace), new() { Parent = this, DependsOn = store });
        }

        RegisterOutputs();
    }

    private static ExternalSecretArgs Copy(CopiedSecret secret, string ns)
    {
        var data = new InputList<ExternalSecretDataArgs>();
        foreach (var key in secret.Keys)
        {
            data.Add(new ExternalSecretDataArgs
            {
                SecretKey = key,
                RemoteRef = new RemoteRefArgs { Key = secret.Source, Property = key },
            });
        }

        return new()
        {
            Metadata = CustomResources.UntilReady(secret.Name, ns),
            Spec = new ExternalSecretSpecArgs
            {
                RefreshInterval = FiveMinutes,
                SecretStoreRef = new StoreRefArgs { Name = Store },
                Target = new TargetArgs { Name = secret.Name },
                Data = data,
            },
        };
    }
}
