using System.Globalization;

namespace Infra.Automation.Local;

/// <summary>Starts services from whatever state they were left in, and waits until they answer.</summary>
internal sealed class Starter(
    ServiceCatalogue catalogue, TimeSpan limit, TimeProvider time, IProgress<string> progress)
{
    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>How often somebody who waits is told so.</summary>
    private static readonly TimeSpan _tellInterval = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Stops what is left of the ill services, starts them, and waits for them. What is wanted is written down before
    /// anything starts: whenever we are killed, the next <c>up</c> knows where to look.
    /// </summary>
    public async Task<ServicesDocument> RestartAsync(
        ServicesDocument wanted, IReadOnlyList<Service> ill, CancellationToken cancellationToken)
    {
        foreach (var service in ill)
        {
            if (service.AnyAlive)
            {
                progress.Report($"{service.Title} is half-started or does not answer: stopping what is left of it");
            }

            await service.StopAsync(cancellationToken);
        }

        var names = ill.Select(service => service.Name).ToHashSet();
        if (names.Contains(ServiceCatalogue.S3Name))
        {
            Port.Demand(wanted.S3.Endpoint.Port, "the S3 server", "--s3-port");
            if (wanted.Store is StoreKind.Memstore && wanted.S3.Data is { } data)
            {
                catalogue.Delete(data); // Its objects went with the process that held them; what is left would never start.
            }

            if (wanted.MonitorPort is not { } port || !Port.IsFree(port))
            {
                wanted = wanted with { MonitorPort = Port.FirstFreeFor(catalogue.Folder) };
            }
        }

        if (names.Contains(ServiceCatalogue.PostgresName))
        {
            Port.Demand(wanted.Postgres.Port, "PostgreSQL", "--postgres-port");
        }

        await wanted.WriteAsync(catalogue.Folder, cancellationToken);
        await StartAsync(
            [.. catalogue.All(wanted).Where(service => names.Contains(service.Name))], cancellationToken);
        return wanted;
    }

    /// <summary>
    /// Starts services that were stopped before. When one of them does not come up, all of them are stopped again, so
    /// that a failure leaves nothing half-started.
    /// </summary>
    private async Task StartAsync(IReadOnlyList<Service> services, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var service in services)
            {
                progress.Report(service.Starting);
                await service.StartAsync(cancellationToken);
            }

            await Task.WhenAll(services.Select(service => WaitAsync(service, cancellationToken)));
        }
        catch
        {
            foreach (var service in services)
            {
                await service.StopAsync(CancellationToken.None);
            }

            throw;
        }
    }

    private async Task WaitAsync(Service service, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var told = TimeSpan.Zero;
        while (await service.FindProblemAsync(cancellationToken) is { } problem)
        {
            var waited = time.GetElapsedTime(start);
            if (service.Daemons.FirstOrDefault(daemon => daemon.Pid is null) is { } dead)
            {
                throw new LocalServicesException(
                    LocalFailure.Unreachable,
                    $"Tried to start {service.Title}, and {dead.Name} ended at once. {LogTail.Of(dead.Log)}");
            }

            if (waited > limit)
            {
                throw new LocalServicesException(
                    LocalFailure.Unreachable,
                    $"Tried to start {service.Title} at {service.Endpoint}, and after {Seconds(waited)} it still does not "
                    + $"answer: {problem} {LogTail.Of(service.Daemons[^1].Log)}");
            }

            if (waited - told > _tellInterval)
            {
                told = waited;
                progress.Report($"waiting for {service.Title} ({Seconds(waited)}; log: {service.Daemons[^1].Log})");
            }

            await Task.Delay(_pollInterval, time, cancellationToken);
        }

        progress.Report($"{service.Title} answers at {service.Endpoint} ({Seconds(time.GetElapsedTime(start))})");
    }

    private static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
