namespace Infra.Automation.Local;

/// <summary>What <c>up</c> is to bring about.</summary>
internal static class ServicesPlan
{
    private const string Loopback = "127.0.0.1";

    /// <summary>What is asked for now, and where nothing is asked for, what there was.</summary>
    public static ServicesDocument Of(LocalSettings settings, ServicesDocument? last)
    {
        if (settings.Store is { } store && last is not null && store != last.Store)
        {
            throw new LocalServicesException(
                LocalFailure.BadInput,
                $"The S3 server of '{settings.Folder}' keeps its objects in {last.Store}, and {store} was asked for. "
                + "Delete its data with `strata local down --purge` first, or leave it as it is.");
        }

        var s3Port = settings.S3Port ?? last?.S3.Endpoint.Port ?? LocalSettings.DefaultS3Port;
        var postgresPort = settings.PostgresPort ?? last?.Postgres.Port ?? LocalSettings.DefaultPostgresPort;
        return new ServicesDocument
        {
            Managed = true,
            Store = last?.Store ?? settings.Store ?? StoreKind.Bluestore,
            MonitorPort = last?.MonitorPort,
            S3 = new(
                new UriBuilder(Uri.UriSchemeHttp, Loopback, s3Port).Uri,
                Credentials: $"{ServiceCatalogue.CephFolder}/{ServiceCatalogue.CredentialsFile}",
                Data: ServiceCatalogue.CephFolder),
            Postgres = new(
                Loopback,
                postgresPort,
                Database: "strata",
                User: "strata",
                Credentials: $"{ServiceCatalogue.PostgresFolder}/{ServiceCatalogue.CredentialsFile}",
                Data: ServiceCatalogue.PostgresFolder),
        };
    }
}
