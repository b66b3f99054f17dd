namespace Infra.Components.Temporal.Values;

/// <summary>The ports of one of the server's services.</summary>
/// <param name="Port">Its RPC port; null where nobody calls it, and the chart's own stays.</param>
/// <param name="MembershipPort">Where its replicas find each other.</param>
internal sealed record ServicePorts(int? Port, int MembershipPort);
