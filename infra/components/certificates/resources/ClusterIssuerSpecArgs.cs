namespace Infra.Components.Certificates.Resources;

/// <summary>How a ClusterIssuer issues: one of the two.</summary>
internal sealed class ClusterIssuerSpecArgs : ResourceArgs
{
    /// <summary>Each certificate signs itself; null where it does not.</summary>
    [Input("selfSigned")]
    public Input<SelfSignedIssuerArgs>? SelfSigned { get; init; }

    /// <summary>A CA whose key is in the cluster; null where it is not.</summary>
    [Input("ca")]
    public Input<AuthorityIssuerArgs>? Authority { get; init; }
}
