using System.CommandLine;
using System.Globalization;
using Infra.Automation.Local;
using Spectre.Console;
using Strata.Cli.Frame;

namespace Strata.Cli.Local;

/// <summary>What the verbs of <c>strata local</c> share: where the services live, and how their status is shown.</summary>
internal abstract class LocalVerb(App app, string name, string description) : Verb(app, name, description)
{
    private const double Mebibyte = 1024 * 1024;

    private readonly Option<bool> _json = CommonOptions.Json();

    protected override void Declare() => Add(_json);

    protected LocalServices Services(LocalSettings settings) => new(settings, App.Time, new NoteProgress(Screen));

    protected LocalServices Services() => Services(new LocalSettings { Folder = App.Local });

    /// <summary>Shows the status as a table, or as one JSON document.</summary>
    protected void Show(LocalStatus status, ParseResult parsed)
    {
        if (parsed.GetValue(_json))
        {
            Screen.WriteJson(status);
            return;
        }

        if (status.Services.Count == 0)
        {
            Screen.WriteLine($"There are no local services in {status.Folder}. Start them with `strata local up`.");
            return;
        }

        Screen.Out.Write(ServiceTable(status));
        if (status.Daemons.Count > 0)
        {
            Screen.Out.Write(DaemonTable(status));
        }
    }

    private static Table ServiceTable(LocalStatus status)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("SERVICE", "ENDPOINT", "STATE", "CREDENTIALS");
        foreach (var service in status.Services)
        {
            table.AddRow(
                new Text(service.Name),
                new Text(service.Endpoint),
                service.Healthy ? new Text("healthy", Color.Green) : new Text(service.Problem ?? "", Color.Red),
                new Text(service.Credentials));
        }

        return table;
    }

    private static Table DaemonTable(LocalStatus status)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("PROCESS", "PID", "MEMORY", "LOG");
        foreach (var daemon in status.Daemons)
        {
            table.AddRow(
                new Text(daemon.Name),
                new Text(daemon.Pid?.ToString(CultureInfo.InvariantCulture) ?? "-"),
                new Text(daemon.MemoryBytes is { } bytes
                    ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Mebibyte:0} MiB")
                    : "-"),
                new Text(daemon.Log));
        }

        return table;
    }
}
