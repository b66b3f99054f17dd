namespace Infra.Components.Evidence;

/// <summary>The KMS keys between which evidence is replicated. S3 takes both or neither.</summary>
/// <param name="SourceArn">ARN of the key of the bucket that is replicated.</param>
/// <param name="DestinationArn">ARN of the key of the replica, in the replica's region.</param>
public sealed record ReplicationKeys(Output<string> SourceArn, Output<string> DestinationArn);
