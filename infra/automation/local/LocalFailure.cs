namespace Infra.Automation.Local;

/// <summary>What kind of trouble a <see cref="LocalServicesException"/> tells of.</summary>
public enum LocalFailure
{
    /// <summary>A request that cannot be met as it was put.</summary>
    BadInput,

    /// <summary>A program, a port or a service that is needed cannot be had.</summary>
    Unreachable,

    /// <summary>What is on disk contradicts itself or the request. Nothing was changed.</summary>
    Contradiction,
}
