namespace Infra.Automation.Policies;

/// <summary>How much a finding matters.</summary>
public enum PolicySeverity
{
    /// <summary>Untidy, or dearer than it has to be.</summary>
    Low,

    /// <summary>A second line of defence is missing.</summary>
    Medium,

    /// <summary>One more mistake, and data or service is lost or open.</summary>
    High,

    /// <summary>Data is open to strangers, or evidence can be altered.</summary>
    Critical,
}
