namespace Infra.Components.Cluster;

/// <summary>
/// Who goes first where there is not room for all. Above these are Kubernetes' own two system classes.
/// </summary>
public static class PriorityClassNames
{
    /// <summary>What others need to run or to be seen: certificates, secrets, telemetry, Temporal.</summary>
    public const string Platform = "platform";

    /// <summary>The service itself. Pods that name no class are in it.</summary>
    public const string Service = "service";

    /// <summary>Jobs that can wait. They push nothing out.</summary>
    public const string Background = "background";
}
