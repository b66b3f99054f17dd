using System.Text.Json;
using Pulumi.Kubernetes;

namespace Infra.Components.Cluster;

/// <summary>
/// Kubernetes providers of a cluster. A kubeconfig of theirs holds no secret: whoever applies asks AWS for a token that
/// lasts minutes, with the AWS CLI and the identity it already has.
/// </summary>
public static class ClusterProvider
{
    /// <summary>A provider that refuses to touch what somebody else made.</summary>
    /// <param name="name">Name of the resource.</param>
    /// <param name="region">The cluster's region.</param>
    /// <param name="address">Where the cluster answers.</param>
    /// <param name="options">Options of the resource; what must be there before anything uses the cluster.</param>
    public static Provider Create(
        string name, string region, ClusterAddress address, CustomResourceOptions? options = null) =>
        new(name, Args(region, address), options);

    /// <summary>
    /// A provider that takes over what the cluster makes by itself, such as the namespace <c>kube-system</c> and the
    /// service account <c>default</c>. Anything else must not use it: it overwrites what it finds.
    /// </summary>
    /// <inheritdoc cref="Create"/>
    public static Provider Adopting(
        string name, string region, ClusterAddress address, CustomResourceOptions? options = null)
    {
        var args = Args(region, address);
        args.UpsertExistingObjects = true;
        args.EnablePatchForce = true;
        return new(name, args, options);
    }

    private static ProviderArgs Args(string region, ClusterAddress address) => new()
    {
        // By name, so that a new endpoint or CA does not replace everything in the cluster.
        ClusterIdentifier = address.Name,
        EnableServerSideApply = true,
        KubeConfig = Output.Tuple(address.Name, address.Endpoint, address.CertificateAuthority)
            .Apply(found => KubeConfig(region, found.Item1, found.Item2, found.Item3)),
    };

    private static string KubeConfig(string region, string cluster, string endpoint, string authority) =>
        JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Config",
            ["current-context"] = cluster,
            ["clusters"] = new[]
            {
                new Dictionary<string, object>
                {
                    ["name"] = cluster,
                    ["cluster"] = new Dictionary<string, string>
                    {
                        ["server"] = endpoint,
                        ["certificate-authority-data"] = authority,
                    },
                },
            },
            ["contexts"] = new[]
            {
                new Dictionary<string, object>
                {
                    ["name"] = cluster,
                    ["context"] = new Dictionary<string, string> { ["cluster"] = cluster, ["user"] = cluster },
                },
            },
            ["users"] = new[]
            {
                new Dictionary<string, object>
                {
                    ["name"] = cluster,
                    ["user"] = new Dictionary<string, object>
                    {
                        ["exec"] = new Dictionary<string, object>
                        {
                            ["apiVersion"] = "client.authentication.k8s.io/v1beta1",
                            ["command"] = "aws",
                            ["args"] = new[]
                            {
                                "eks", "get-token", "--region", region, "--cluster-name", cluster, "--output", "json",
                            },
                            ["interactiveMode"] = "Never",
                        },
                    },
                },
            },
        });
}
