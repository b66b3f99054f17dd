namespace Infra.Automation.Local;

/// <summary>
/// The backing services on this machine: Ceph's S3 server and PostgreSQL, as background processes of the user, with
/// their data below one folder. They outlive the process that starts them.
/// </summary>
public sealed class LocalServices
{
    private const string Loopback = "127.0.0.1";

    private readonly LocalSettings _settings;
    private readonly TimeProvider _time;
    private readonly IProgress<string> _progress;
    private readonly ServiceCatalogue _catalogue;

    /// <param name="settings">What to run, and where.</param>
    /// <param name="time">The clock.</param>
    /// <param name="progress">Receives a line for each step worth telling.</param>
    public LocalServices(LocalSettings settings, TimeProvider time, IProgress<string> progress)
    {
        _settings = settings;
        _time = time;
        _progress = progress;
        _catalogue = new ServiceCatalogue(settings.Folder, time);
    }

    /// <summary>
    /// Starts what does not run, waits until each service answers a real request, and returns how to reach them. Does
    /// nothing when all is well. Whatever a killed <c>up</c> left behind is stopped or finished first.
    /// </summary>
    /// <exception cref="LocalServicesException">A sentence for the user.</exception>
    public async Task<LocalConnections> UpAsync(CancellationToken cancellationToken)
    {
        using var only = await LockAsync(cancellationToken);
        var last = await ServicesDocument.ReadAsync(_settings.Folder, cancellationToken);
        if (last is { Managed: false })
        {
            await DemandAttachedAsync(_catalogue.All(last), cancellationToken);
            return await ReadAsync(_settings.Folder, cancellationToken);
        }

        Prerequisites.Demand();
        var wanted = Wanted(last);
        List<Service> ill = [];
        foreach (var service in _catalogue.All(wanted))
        {
            if (await service.FindProblemAsync(cancellationToken) is not null)
            {
                ill.Add(service);
            }
        }

        if (ill.Count > 0)
        {
            wanted = await RestartAsync(wanted, ill, cancellationToken);
        }

        await (wanted with { Daemons = _catalogue.DaemonsOf(wanted) }).WriteAsync(_settings.Folder, cancellationToken);
        return await ReadAsync(_settings.Folder, cancellationToken);
    }

    /// <summary>Stops all that runs. Stopping what does not run is no error.</summary>
    /// <param name="purge">Also deletes the services' data, credentials and logs: a vault among them is gone for good.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="LocalServicesException">A process could not be stopped.</exception>
    public async Task DownAsync(bool purge, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(_settings.Folder))
        {
            return;
        }

        using var only = await LockAsync(cancellationToken);
        var last = await ServicesDocument.ReadAsync(_settings.Folder, cancellationToken);
        if (last is { Managed: false })
        {
            throw new LocalServicesException(
                LocalFailure.BadInput,
                $"The services of '{_settings.Folder}' were attached, so that they are not ours to stop. "
                + "Stop them where they were started.");
        }

        // Without services.json there may still be daemons: their pid files are what counts.
        foreach (var service in _catalogue.All(last ?? Wanted(last)))
        {
            if (service.AnyAlive)
            {
                _progress.Report($"stopping {service.Title}");
            }

            await service.StopAsync(cancellationToken);
        }

        if (purge)
        {
            Purge();
        }
        else if (last is not null)
        {
            await (last with { Daemons = [] }).WriteAsync(_settings.Folder, cancellationToken);
        }
    }

    /// <summary>Tells what runs, by asking it.</summary>
    /// <exception cref="LocalServicesException">What is on disk cannot be read.</exception>
    public async Task<LocalStatus> StatusAsync(CancellationToken cancellationToken)
    {
        if (await ServicesDocument.ReadAsync(_settings.Folder, cancellationToken) is not { } document)
        {
            return new LocalStatus(_settings.Folder, LocalState.Stopped, Managed: true, [], []);
        }

        var all = _catalogue.All(document);
        List<ServiceStatus> services = [];
        foreach (var service in all)
        {
            var problem = await service.FindProblemAsync(cancellationToken);
            services.Add(new ServiceStatus(
                service.Name, service.Endpoint, problem is null, problem, service.Data, service.Credentials));
        }

        var state = services.All(service => service.Healthy) ? LocalState.Running
            : document.Managed && !all.Any(service => service.AnyAlive) ? LocalState.Stopped
            : LocalState.Unhealthy;
        return new LocalStatus(
            _settings.Folder,
            state,
            document.Managed,
            services,
            [.. all.SelectMany(service => service.Daemons).Select(daemon => daemon.Status)]);
    }

    /// <summary>How to reach the services of a folder. Does not ask whether they answer.</summary>
    /// <exception cref="LocalServicesException">Nothing was started there, or its credentials are gone.</exception>
    public static async Task<LocalConnections> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var document = await ServicesDocument.ReadAsync(folder, cancellationToken)
            ?? throw new LocalServicesException(
                LocalFailure.Unreachable,
                $"No local services were started in '{folder}'. Start them with `strata local up`.");
        var catalogue = new ServiceCatalogue(folder, TimeProvider.System);
        var (owner, guest) = await catalogue.S3KeysAsync(document, cancellationToken);
        return new LocalConnections
        {
            S3Endpoint = document.S3.Endpoint,
            S3 = owner,
            S3Guest = guest,
            PostgresConnectionString = await catalogue.ConnectionStringAsync(document, cancellationToken),
        };
    }

    /// <summary>What is asked for now, and where nothing is asked for, what there was.</summary>
    private ServicesDocument Wanted(ServicesDocument? last)
    {
        if (_settings.Store is { } store && last is not null && store != last.Store)
        {
            throw new LocalServicesException(
                LocalFailure.BadInput,
                $"The S3 server of '{_settings.Folder}' keeps its objects in {last.Store}, and {store} was asked for. "
                + "Delete its data with `strata local down --purge` first, or leave it as it is.");
        }

        var s3Port = _settings.S3Port ?? last?.S3.Endpoint.Port ?? LocalSettings.DefaultS3Port;
        var postgresPort = _settings.PostgresPort ?? last?.Postgres.Port ?? LocalSettings.DefaultPostgresPort;
        return new ServicesDocument
        {
            Managed = true,
            Store = last?.Store ?? _settings.Store ?? StoreKind.Bluestore,
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

    /// <summary>
    /// Stops what is left of the ill services, starts them, and waits for them. What is wanted is written down before
    /// anything starts: whenever we are killed, the next <c>up</c> knows where to look.
    /// </summary>
    private async Task<ServicesDocument> RestartAsync(
        ServicesDocument wanted, IReadOnlyList<Service> ill, CancellationToken cancellationToken)
    {
        foreach (var service in ill)
        {
            if (service.AnyAlive)
            {
                _progress.Report($"{service.Title} is half-started or does not answer: stopping what is left of it");
            }

            await service.StopAsync(cancellationToken);
        }

        var names = ill.Select(service => service.Name).ToHashSet();
        if (names.Contains(ServiceCatalogue.S3Name))
        {
            Port.Demand(wanted.S3.Endpoint.Port, "the S3 server", "--s3-port");
            if (wanted.Store is StoreKind.Memstore && wanted.S3.Data is { } data)
            {
                Delete(data); // Its objects went with the process that held them; what is left would never start.
            }

            if (wanted.MonitorPort is not { } port || !Port.IsFree(port))
            {
                wanted = wanted with { MonitorPort = Port.FirstFreeFor(_settings.Folder) };
            }
        }

        if (names.Contains(ServiceCatalogue.PostgresName))
        {
            Port.Demand(wanted.Postgres.Port, "PostgreSQL", "--postgres-port");
        }

        await wanted.WriteAsync(_settings.Folder, cancellationToken);
        var starter = new Starter(_settings.StartTimeout, _time, _progress);
        await starter.StartAsync(
            [.. _catalogue.All(wanted).Where(service => names.Contains(service.Name))], cancellationToken);
        return wanted;
    }

    private static async Task DemandAttachedAsync(
        IEnumerable<Service> services, CancellationToken cancellationToken)
    {
        foreach (var service in services)
        {
            if (await service.FindProblemAsync(cancellationToken) is { } problem)
            {
                throw new LocalServicesException(
                    LocalFailure.Unreachable,
                    $"Tried {service.Title} at {service.Endpoint}, which is attached and not ours to start: {problem} "
                    + "Start it where it belongs, then try again.");
            }
        }
    }

    private void Purge()
    {
        _progress.Report($"deleting the services' data, credentials and logs below '{_settings.Folder}'");
        string[] folders =
        [
            ServiceCatalogue.CephFolder, ServiceCatalogue.PostgresFolder, ServiceCatalogue.RunFolder,
            ServiceCatalogue.LogFolder,
        ];
        foreach (var folder in folders)
        {
            Delete(folder);
        }

        // Last: a purge that was cut off is done again by the next one, and until then the folder is known for ours.
        File.Delete(_catalogue.PathOf(ServicesDocument.FileName));
    }

    private void Delete(string folder)
    {
        if (Directory.Exists(_catalogue.PathOf(folder)))
        {
            Directory.Delete(_catalogue.PathOf(folder), recursive: true);
        }
    }

    /// <summary>Everything below the folder is only touched by who holds its lock.</summary>
    private async Task<FolderLock> LockAsync(CancellationToken cancellationToken)
    {
        foreach (var folder in (string[])[ServiceCatalogue.RunFolder, ServiceCatalogue.LogFolder])
        {
            Directory.CreateDirectory(_catalogue.PathOf(folder));
        }

        return await FolderLock.TakeAsync(
            _catalogue.PathOf("services.lock"), _settings.StartTimeout, _time, _progress, cancellationToken);
    }
}
