namespace Infra.Components.Certificates.Resources;

/// <summary>The key of a Certificate: ECDSA on P-256.</summary>
internal sealed class PrivateKeyArgs : ResourceArgs
{
    [Input("algorithm")]
    public Input<string> Algorithm { get; } = "ECDSA";

    [Input("size")]
    public Input<int> Size { get; } = 256;

    /// <summary><c>Always</c>: a new key with each renewal; <c>Never</c>: the same one.</summary>
    [Input("rotationPolicy", required: true)]
    public required Input<string> RotationPolicy { get; init; }
}
