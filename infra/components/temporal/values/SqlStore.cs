using System.Globalization;

namespace Infra.Components.Temporal.Values;

/// <summary>
/// A PostgreSQL database. There is no <c>password</c> here, with which the chart would write a Secret, and no
/// <c>passwordCommand</c>, with which its schema job would have no password.
/// </summary>
internal sealed record SqlStore
{
    /// <summary>Most connections of one pod to one store.</summary>
    private const int Connections = 20;

    /// <summary>False. Made by the data layer, whose users may make none. True where absent.</summary>
    public bool CreateDatabase { get; }

    /// <summary>By the chart's job, before the pods of a new version start. True where absent.</summary>
    public bool ManageSchema { get; } = true;

    public string PluginName { get; } = "postgres12_pgx";

    public string DriverName { get; } = "postgres12_pgx";

    public required string DatabaseName { get; init; }

    /// <summary>
    /// Host and port in one text: the job asks for it, whatever the chart's comments say, and cuts it at the first
    /// colon.
    /// </summary>
    public required string ConnectAddr { get; init; }

    public string ConnectProtocol { get; } = "tcp";

    public required string User { get; init; }

    /// <summary>
    /// Must be there before the first install, since the job that needs it runs before anything else.
    /// </summary>
    public required string ExistingSecret { get; init; }

    public string SecretKey { get; } = "password";

    public int MaxConns { get; } = Connections;

    public int MaxIdleConns { get; } = Connections;

    public string MaxConnLifetime { get; } = "1h";

    public required StoreTls Tls { get; init; }

    /// <summary>The address in the one form that the chart's job reads.</summary>
    /// <exception cref="ArgumentException">The host is an IPv6 address.</exception>
    public static string Address(string host, int port) =>
        Uri.CheckHostName(host.Trim('[', ']')) is UriHostNameType.IPv6
            ? throw new ArgumentException(
                $"The database of Temporal is at '{host}', an IPv6 address: the chart's schema job cuts addresses at "
                + "the first colon, so it has no form. Give a host name.", nameof(host))
            : string.Create(CultureInfo.InvariantCulture, $"{host}:{port}");
}
