namespace Infra.Components.Certificates.Values;

/// <summary>The custom resource definitions. Without them every Certificate is gone, and what it made.</summary>
internal sealed record CrdValues
{
    public bool Enabled { get; } = true;

    public bool Keep { get; } = true;
}
