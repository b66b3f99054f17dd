namespace Infra.Components.Evidence;

/// <summary>How strong the lock of a locked object is.</summary>
public enum RetentionMode
{
    /// <summary>Nobody can shorten it or delete the object, not the root account either.</summary>
    Compliance,

    /// <summary>
    /// Somebody with <c>s3:BypassGovernanceRetention</c> could, if the bucket's policy did not deny it to everyone.
    /// </summary>
    Governance,
}
