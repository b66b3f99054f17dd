using System.Globalization;
using System.Text.Json;
using Infra.Automation.Json;
using Infra.Automation.Local;

namespace Infra.Automation.State.Checks;

/// <summary>
/// Locks of states. Neither kind says by itself that its run is dead: Pulumi's have no lease, and a note beside an
/// embedded state outlives a crash. A process of this machine can be looked for; elsewhere only age speaks.
/// </summary>
internal sealed class LockCheck(string host, TimeProvider time, TimeSpan patience)
{
    /// <summary>
    /// The locks below a folder that holds a copy of <c>.pulumi/locks</c>: ORGANISATION/PROJECT/STACK/ID.json.
    /// </summary>
    public IEnumerable<LockFound> Pulumi(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(OfPulumi)
        : throw new StateCheckException($"Cannot look for locks: there is no folder '{folder}'.");

    /// <summary>The notes beside the states of this machine.</summary>
    public IEnumerable<LockFound> Embedded(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.holder").Order(StringComparer.Ordinal).SelectMany(OfEmbedded)
        : [];

    private LockFound OfPulumi(string file)
    {
        var content = Read(file);
        return content.Text("hostname") is { } on
            && content.At("pid").AsNumber() is { } process
            && DateTimeOffset.TryParse(
                content.Text("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
                ? Judge(file, "pulumi", content.Text("username") ?? "unknown", on, (int)process, since,
                    "`pulumi cancel` takes it away, and every other lock of the stack with it: look at the others "
                        + "first.")
                : throw new StateCheckException(
                    $"Cannot use the lock '{file}': it lacks 'pid', 'hostname' or 'timestamp', which Pulumi's locks "
                        + "have.");
    }

    private IEnumerable<LockFound> OfEmbedded(string file)
    {
        if (!File.Exists(file))
        {
            yield break; // Its run ended while we looked.
        }

        var holder = Read(file).Deserialize(StateJson.Default.LockHolder);
        if (holder is not null)
        {
            yield return Judge(file, "embedded", holder.User, holder.Host, holder.Process, holder.Since,
                holder.Host == host
                    ? "The next run of the same state takes it over and recovers."
                    : $"If that run is over, delete '{file}'.");
        }
    }

    private LockFound Judge(
        string file, string kind, string user, string on, int process, DateTimeOffset since, string remedy)
    {
        var age = time.GetUtcNow() - since;
        var (stale, sentence) = (on == host, ProcessStat.Read(process), age > patience) switch
        {
            (true, null or { IsZombie: true }, _) => (true, $"Process {process} is not running here. {remedy}"),
            (true, _, _) => (false, $"Process {process} is running here. Wait for it."),
            (false, _, true) => (true, $"It is older than {patience.TotalHours:0} h. Ask on {on} whether the run is "
                + "over. "
                + remedy),
            (false, _, false) => (false, $"Only {on} knows whether process {process} is still running."),
        };
        return new(file, kind, user, on, process, since, age, stale, sentence);
    }

    private static JsonElement Read(string file)
    {
        try
        {
            return JsonElement.Parse(File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StateCheckException($"Cannot read the lock '{file}': {exception.Message}", exception);
        }
    }
}
