namespace Infra.Components.Namespaces;

/// <summary>
/// A level of the pod security standards: what the API server admits to a namespace.
/// https://kubernetes.io/docs/concepts/security/pod-security-standards/
/// </summary>
public enum PodSecurity
{
    /// <summary>Hardened pods only: no root, no added capability, no access to the node.</summary>
    Restricted,

    /// <summary>No known way to more rights.</summary>
    Baseline,

    /// <summary>Everything, the node included.</summary>
    Privileged,
}
