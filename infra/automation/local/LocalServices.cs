namespace Infra.Automation.Local;

/// <summary>
/// The backing services on this machine: Ceph's S3 server and PostgreSQL, as background processes of the user, with
/// their data below one folder. They outlive the process that starts them.
/// </summary>
public sealed class LocalServices
{
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
            await Attachment.DemandAsync(_catalogue.All(last), cancellationToken);
            return await ReadAsync(_settings.Folder, cancellationToken);
        }

        Prerequisites.Demand();
        var wanted = ServicesPlan.Of(_settings, last);
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
            var starter = new Starter(_catalogue, _settings.StartTimeout, _time, _progress);
            wanted = await starter.RestartAsync(wanted, ill, cancellationToken);
        }

        await (wanted with { Daemons = _catalogue.DaemonsOf(wanted) }).WriteAsync(_settings.Folder, cancellationToken);
        return await ReadAsync(_settings.Folder, cancellationToken);
    }

    /// <summary>Stops all that runs, or forgets what was attached. Stopping what does not run is no error.</summary>
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
            _progress.Report("the services were attached: they run on where they were started, and are forgotten here");
            File.Delete(_catalogue.PathOf(ServicesDocument.FileName));
            File.Delete(_catalogue.PathOf(ServiceCatalogue.CredentialsFile));
            return;
        }

        // Without services.json there may still be daemons: their pid files are what counts.
        foreach (var service in _catalogue.All(last ?? ServicesPlan.Of(_settings, last)))
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

    /// <summary>
    /// Uses services that somebody else started: remembers where they are, once they have answered a real request, and
    /// keeps a copy of their credentials, mode 0600.
    /// </summary>
    /// <param name="s3">The S3 endpoint, a URL.</param>
    /// <param name="postgres">Where PostgreSQL listens, as <c>host:port</c>; its user and database are <c>strata</c>.</param>
    /// <param name="credentials">A file of <c>NAME=value</c> lines, as the scripts of <c>local/</c> write them.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="LocalServicesException">They do not answer, or services of our own run in this folder.</exception>
    public async Task AttachAsync(string s3, string postgres, string credentials, CancellationToken cancellationToken)
    {
        var attachment = Attachment.Parse(s3, postgres, credentials);
        using var only = await LockAsync(cancellationToken);
        var last = await ServicesDocument.ReadAsync(_settings.Folder, cancellationToken);
        if (_catalogue.All(ServicesPlan.Of(_settings, last)).Any(service => service.AnyAlive))
        {
            throw new LocalServicesException(
                LocalFailure.BadInput,
                $"Services of strata's own run in '{_settings.Folder}'. Stop them first with `strata local down`.");
        }

        await attachment.KeepAsync(_settings.Folder, _catalogue, cancellationToken);
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
            _catalogue.Delete(folder);
        }

        // Last: a purge that was cut off is done again by the next one, and until then the folder is known for ours.
        File.Delete(_catalogue.PathOf(ServicesDocument.FileName));
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
