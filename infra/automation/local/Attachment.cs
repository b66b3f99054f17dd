using System.Globalization;

namespace Infra.Automation.Local;

/// <summary>Services that somebody else runs, such as the containers of <c>local/compose.yaml</c>.</summary>
internal sealed record Attachment(Uri S3, string PostgresHost, int PostgresPort, string Credentials)
{
    public static Attachment Parse(string s3, string postgres, string credentials)
    {
        if (!Uri.TryCreate(s3, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            throw BadInput($"'{s3}' is not where an S3 server listens: it takes a URL such as http://127.0.0.1:7480.");
        }

        if (postgres.Split(':') is not [{ Length: > 0 } host, var text]
            || !int.TryParse(text, CultureInfo.InvariantCulture, out var port))
        {
            throw BadInput($"'{postgres}' is not where PostgreSQL listens: it takes HOST:PORT.");
        }

        return File.Exists(credentials)
            ? new Attachment(endpoint, host, port, credentials)
            : throw BadInput($"There is no file '{credentials}', which was to hold the credentials.");
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
        try
        {
            await DemandAsync(catalogue.All(document), cancellationToken);
        }
        catch
        {
            File.Delete(copy);
            throw;
        }

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

    private static LocalServicesException BadInput(string sentence) => new(LocalFailure.BadInput, sentence);
}
