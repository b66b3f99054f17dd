using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Infra.Automation.Local;

namespace Tests.Support;

/// <summary>Folders for local services of one test run, which do not outlive the test process.</summary>
public static class TemporaryServices
{
    /// <summary>
    /// Ends every daemon of a folder and deletes the folder once this process is gone: its standard input is a pipe of
    /// which we hold the only other end, and the kernel closes that whatever kills us.
    /// </summary>
    private const string Reaper =
        """
        cat >/dev/null
        for file in "$1"/run/*.pid; do
          [ -s "$file" ] || continue
          read -r pid _ <"$file"
          pkill -KILL -s "$pid"
        done
        rm -rf "$1"
        """;

    private static readonly List<Process> _reapers = [];

    /// <summary>A new empty folder, deleted with all that runs in it when this process ends.</summary>
    public static string Create()
    {
        // Open to others: below it PostgreSQL may run as a user of its own. What is in it is not.
        var name = $"strata-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), name)).FullName;
        var start = new ProcessStartInfo("setsid") { RedirectStandardInput = true };
        foreach (var argument in (string[])["bash", "-c", Reaper, "strata-reaper", folder])
        {
            start.ArgumentList.Add(argument);
        }

        var reaper = Process.Start(start) ?? throw new InvalidOperationException("Could not start the reaper.");
        lock (_reapers)
        {
            _reapers.Add(reaper); // Holds our end of the pipe open.
        }

        return folder;
    }

    /// <summary>Settings for a folder: a volatile store on free ports.</summary>
    public static LocalSettings Settings(string folder, StoreKind store = StoreKind.Memstore) => new()
    {
        Folder = folder,
        Store = store,
        S3Port = FreePort(),
        PostgresPort = FreePort(),
    };

    /// <summary>A port that is free now, below the range that the kernel hands to clients.</summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(10_000, 20_000);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: try another.
            }
        }
    }
}
