using Infra.Components.Observability.Slo;

namespace Infra.Components.Observability.Dashboards;

/// <summary>How a dashboard is addressed: the same in every deployment, so that an alert can point to it.</summary>
public static class DashboardUid
{
    /// <summary>Longest identifier that Grafana takes.</summary>
    public const int Longest = 40;

    /// <summary>The dashboard over all services of an environment.</summary>
    public static string Overview(ObservedEnvironment environment) => Of(environment, "overview");

    /// <summary>The dashboard of a service.</summary>
    /// <exception cref="ArgumentException">The names are too long for Grafana.</exception>
    public static string Of(ObservedEnvironment environment, string service)
    {
        var uid = $"slo-{environment.Name}-{service}";
        return uid.Length <= Longest
            ? uid
            : throw new ArgumentException($"The dashboard '{uid}' has a name of {uid.Length} characters, Grafana takes "
                + $"{Longest}: shorten the service's name.");
    }
}
