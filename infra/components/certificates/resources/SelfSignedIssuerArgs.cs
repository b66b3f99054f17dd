namespace Infra.Components.Certificates.Resources;

/// <summary>An issuer with nothing to say.</summary>
internal sealed class SelfSignedIssuerArgs : ResourceArgs;
