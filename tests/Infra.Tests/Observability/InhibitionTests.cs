using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Infra.Components.Observability.Text;
using Infra.Stacks.Slos;

namespace Infra.Tests.Observability;

/// <summary>
/// A real Alertmanager decides what is kept back. Its receivers lose their notifiers first: nobody outside is told.
/// </summary>
public sealed class InhibitionTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    [RuleToolFact]
    public async Task A_page_keeps_back_the_tickets_of_its_own_objective_and_no_others()
    {
        var folder = Directory.CreateTempSubdirectory("strata-alertmanager-");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var limit = new CancellationTokenSource(_patience);
        using var server = Start(folder, address);
        try
        {
            using var client = new HttpClient { BaseAddress = address };
            await UntilReady(client, limit.Token);
            var posted = await client.PostAsJsonAsync(
                "api/v2/alerts",
                new JsonArray(
                    Alert("Page", "page", "api-availability"),
                    Alert("SameObjective", "ticket", "api-availability"),
                    Alert("OtherObjective", "ticket", "api-latency"),
                    Alert("PageWithout", "page", slo: null),
                    Alert("TicketWithout", "ticket", slo: null)),
                limit.Token);
            posted.EnsureSuccessStatusCode();

            var alerts = await UntilSeen(client, 5, limit.Token);

            Assert.Equal(
                ["SameObjective"],
                alerts.Where(a => (a["status"]?["inhibitedBy"]?.AsArray().Count ?? 0) > 0)
                    .Select(a => (string?)a["labels"]?["alertname"]));
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(CancellationToken.None).WaitAsync(_patience);
            folder.Delete(recursive: true);
        }
    }

    private static JsonObject Alert(string name, string severity, string? slo)
    {
        var labels = new JsonObject
        {
            ["alertname"] = name,
            ["environment"] = "prod",
            ["owner"] = "platform",
            ["severity"] = severity,
        };
        if (slo is not null)
        {
            labels["slo"] = slo;
        }

        return new() { ["labels"] = labels };
    }

    private static Process Start(DirectoryInfo folder, Uri address)
    {
        var config = PlatformSlos.Plan(SampleEnvironments.Prod).Alertmanager;
        config["receivers"] = new JsonArray(
            [.. (config["receivers"]?.AsArray() ?? [])
                .Select(r => (JsonNode)new JsonObject { ["name"] = (string?)r?["name"] })]);
        var file = Path.Combine(folder.FullName, "alertmanager.yaml");
        File.WriteAllText(file, CanonicalYaml.Write(config));
        string[] arguments =
        [
            $"--config.file={file}",
            $"--storage.path={folder.FullName}",
            $"--web.listen-address={address.Authority}",
            "--cluster.listen-address=",
        ];
        var start = new ProcessStartInfo("prometheus-alertmanager", arguments) { RedirectStandardError = true };
        var server = Process.Start(start) ?? throw new InvalidOperationException("Alertmanager could not be started.");
        server.ErrorDataReceived += (_, _) => { }; // Read, so that a full pipe never stops it.
        server.BeginErrorReadLine();
        return server;
    }

    private static async Task UntilReady(HttpClient client, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("-/ready", cancellationToken);
                if (answer.StatusCode is HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet; the time limit ends the wait.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }

    private static async Task<IReadOnlyList<JsonNode>> UntilSeen(
        HttpClient client, int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            var alerts = await client.GetFromJsonAsync<JsonArray>("api/v2/alerts", cancellationToken) ?? [];
            if (alerts.Count >= count)
            {
                return [.. alerts.OfType<JsonNode>()];
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
