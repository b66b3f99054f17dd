namespace Infra.Components.Certificates.Values;

/// <summary>A job that asks whether the webhook answers. No flow lets it; the first issuer asks the same.</summary>
internal sealed record StartupCheckValues
{
    /// <summary>False.</summary>
    public bool Enabled { get; }
}
