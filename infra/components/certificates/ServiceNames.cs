namespace Infra.Components.Certificates;

/// <summary>The names of a Service inside the cluster.</summary>
public static class ServiceNames
{
    /// <summary>Short, with its namespace, and in full.</summary>
    public static IReadOnlyList<string> Of(string service, string ns) =>
        [service, $"{service}.{ns}", Qualified(service, ns), $"{Qualified(service, ns)}.cluster.local"];

    /// <summary>The name that works from every namespace, and that clients here use.</summary>
    public static string Qualified(string service, string ns) => $"{service}.{ns}.svc";
}
