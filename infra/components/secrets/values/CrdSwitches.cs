namespace Infra.Components.Secrets.Values;

/// <summary>The definitions that are made: without those of what is not processed.</summary>
internal sealed record CrdSwitches
{
    /// <summary>False.</summary>
    public bool CreateClusterExternalSecret { get; }

    /// <summary>False.</summary>
    public bool CreateClusterSecretStore { get; }

    /// <summary>False.</summary>
    public bool CreateClusterGenerator { get; }

    /// <summary>False.</summary>
    public bool CreateClusterPushSecret { get; }

    /// <summary>False.</summary>
    public bool CreatePushSecret { get; }
}
