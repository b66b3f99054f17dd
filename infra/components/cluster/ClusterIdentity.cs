namespace Infra.Components.Cluster;

/// <summary>A cluster, as far as others have to know which one is meant.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
public sealed record ClusterIdentity(Input<string> Name, Input<string> Arn);
