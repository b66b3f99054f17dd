namespace Infra.Components.Flows;

/// <summary>What a port speaks below the application.</summary>
public enum Transport
{
    /// <summary>TCP.</summary>
    Tcp,

    /// <summary>UDP.</summary>
    Udp,
}
