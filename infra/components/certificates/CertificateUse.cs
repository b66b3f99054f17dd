namespace Infra.Components.Certificates;

/// <summary>Which end of a connection shows a certificate.</summary>
[Flags]
public enum CertificateUse
{
    /// <summary>No end.</summary>
    None = 0,

    /// <summary>The end that is called.</summary>
    Server = 1,

    /// <summary>The end that calls.</summary>
    Client = 2,

    /// <summary>Either end.</summary>
    Both = Server | Client,
}
