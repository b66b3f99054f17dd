namespace Evidence.Pipeline.Vault;

/// <summary>How hard an object lock is, weakest first.</summary>
public enum LockMode
{
    /// <summary>Can be lifted early by whoever holds <c>s3:BypassGovernanceRetention</c>.</summary>
    Governance = 1,

    /// <summary>Cannot be lifted or shortened by anyone, the account's root user included.</summary>
    Compliance = 2,
}
