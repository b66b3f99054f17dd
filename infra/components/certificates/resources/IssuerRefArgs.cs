namespace Infra.Components.Certificates.Resources;

/// <summary>Who issues: an issuer of the whole cluster.</summary>
internal sealed class IssuerRefArgs : ResourceArgs
{
    [Input("group")]
    public Input<string> Group { get; } = "cert-manager.io";

    [Input("kind")]
    public Input<string> Kind { get; } = "ClusterIssuer";

    [Input("name", required: true)]
    public required Input<string> Name { get; init; }
}
