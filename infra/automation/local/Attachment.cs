using System.Globalization;

namespace Infra.Automation.Local;

/// <summary>Services that somebody else runs, such as the containers of <c>local/compose.yaml</c>.</summary>
internal sealed record Attachment(Uri S3, string PostgresHost, int PostgresPort, string Credentials)
{
    public static Attachment Parse(Uri s3, string postgres, string credentials)
    {
        if (postgres.Split(':') is not [{ Length: > 0 } host, var text]
            || !int.TryParse(text, CultureInfo.InvariantCulture, out var port))
        {
            throw new LocalServicesException(
                LocalFailure.BadInput, $"'{postgres}' is not where PostgreSQL listens: it takes HOST:PORT.");
        }

        if (!s3.IsAbsoluteUri || !File.Exists(credentials))
        {
            throw new LocalServicesException(
                LocalFailure.BadInput,
                s3.IsAbsoluteUri ? $"There is no file '{credentials}'." : $"'{s3}' is not the URL of an S3 endpoint.");
        }

        return new Attachment(s3, host, port, credentials);
    }

    /// <summary>Remembers the services in the folder, once they have answered.</summary>
    public async Task KeepAsync(string folder, ServiceCatalogue catalogue, CancellationToken cancellationToken)
    {
        var copy = catalogue.PathOf(ServiceCatalogue.CredentialsFile);
        File.Copy(Credentials, copy, overwrite: true); // Takes the file's mode along, so it is never wider than that.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var document = new ServicesDocument
        {
            Managed = false,
            S3 = new(S3, ServiceCatalogue.CredentialsFile),
            Postgres = new(
                PostgresHost, PostgresPort, Database: "strata", User: "strata", ServiceCatalogue.CredentialsFile),
        };
        await DemandAsync(catalogue.All(document), cancellationToken);
        await document.WriteAsync(folder, cancellationToken);
    }

    /// <exception cref="LocalServicesException">A service does not answer.</exception>
    public static async Task DemandAsync(IEnumerable<Service> services, CancellationToken cancellationToken)
    {
        foreach (var service in services)
        {
            if (await service.FindProblemAsync(cancellationToken) is { } problem)
            {
                throw new LocalServicesException(
                    LocalFailure.Unreachable,
                    $"Tried {service.Title} at {service.Endpoint}, which is attached and not ours to start: {problem} "
                    + "Start it where it belongs, or forget it with `strata local down`.");
            }
        }
    }
}
