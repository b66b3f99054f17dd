namespace Infra.Components.Secrets.Values;

/// <summary>The definitions that are made: without those of what is not processed.</summary>
internal sealed record CrdSwitches
{
    public bool CreateClusterExternalSecret { get; }

    public bool CreateClusterSecretStore { get; }

    public bool CreateClusterGenerator { get; }

    public bool CreateClusterPushSecret { get; }

    public bool CreatePushSecret { get; }
}
