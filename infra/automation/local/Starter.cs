using System.Globalization;

namespace Infra.Automation.Local;

/// <summary>Starts services from whatever state they were left in, and waits until they answer.</summary>
internal sealed class Starter(TimeSpan limit, TimeProvider time, IProgress<string> progress)
{
    private static readonly TimeSpan _pollInterval = TimeSpan.FromMilliseconds(200);

    /// <summary>How often somebody who waits is told so.</summary>
    private static readonly TimeSpan _tellInterval = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Starts services that were stopped before. When one of them does not come up, all of them are stopped again, so
    /// that a failure leaves nothing half-started.
    /// </summary>
    public async Task StartAsync(IReadOnlyList<Service> services, CancellationToken cancellationToken)
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
