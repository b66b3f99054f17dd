namespace Infra.Components.Flows;

/// <summary>What owns the pods of a workload.</summary>
public enum Controller
{
    /// <summary>A Deployment, or a Rollout, whose pods a ReplicaSet owns.</summary>
    ReplicaSet,

    /// <summary>A StatefulSet.</summary>
    StatefulSet,

    /// <summary>A DaemonSet.</summary>
    DaemonSet,

    /// <summary>A Job.</summary>
    Job,

    /// <summary>Nobody: a bare pod, without <c>ownerReferences</c>. The VPC CNI applies no policy to it.</summary>
    None,
}
