using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Infra.Automation.Local;

/// <summary>TCP ports of 127.0.0.1.</summary>
internal static class Port
{
    public static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen(1); // Linux lets two sockets bind with SO_REUSEADDR; only one of them may listen.
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>
    /// A free port for Ceph's monitor, below the range that Linux gives to clients. The search begins at a place that
    /// the folder decides, so that two folders which start at once do not meet.
    /// </summary>
    public static int FirstFreeFor(string folder)
    {
        var hash = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(folder)));
        var first = 20_000 + (int)(hash % 10_000);
        for (var port = first; port < first + 1000; port++)
        {
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new LocalServicesException(
            LocalFailure.Unreachable,
            $"None of the ports {first} to {first + 999} on 127.0.0.1 is free, and Ceph's monitor needs one. "
            + "See who holds them with `ss -ltnp`.");
    }

    /// <summary>Refuses a port that somebody else holds, and says who, where /proc tells.</summary>
    /// <exception cref="LocalServicesException">The port is taken.</exception>
    public static void Demand(int port, string purpose, string option)
    {
        if (!IsFree(port))
        {
            throw new LocalServicesException(
                LocalFailure.Unreachable,
                $"Port {port} on 127.0.0.1, wanted for {purpose}, is held by {HolderOf(port) ?? "another process"}. "
                + $"Stop that, or choose another port with `strata local up {option} PORT`.");
        }
    }

    /// <summary>The process that listens on a port, as <c>name (pid 1)</c>; null when it is not ours to see.</summary>
    public static string? HolderOf(int port)
    {
        var sockets = ((string[])["/proc/net/tcp", "/proc/net/tcp6"])
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => IsListener(fields, port))
            .Select(fields => $"socket:[{fields[9]}]")
            .ToHashSet();
        foreach (var process in ProcessStat.All())
        {
            if (Handles(process.Pid).Any(sockets.Contains))
            {
                return $"{ProcessStat.ReadText(process.Pid, "comm")?.Trim()} (pid {process.Pid})";
            }
        }

        return null;
    }

    /// <summary>Fields of /proc/net/tcp: 1 is the local address as HEX:HEX, 3 the state (0A: listening), 9 the inode.</summary>
    private static bool IsListener(string[] fields, int port) =>
        fields.Length > 9
        && fields[3] == "0A"
        && fields[1].EndsWith($":{port.ToString("X4", CultureInfo.InvariantCulture)}", StringComparison.Ordinal);

    private static IEnumerable<string> Handles(int pid)
    {
        string[] handles;
        try
        {
            handles = Directory.GetFileSystemEntries($"/proc/{pid}/fd");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            yield break;
        }

        foreach (var handle in handles)
        {
            if (TargetOf(handle) is { } target)
            {
                yield return target;
            }
        }
    }

    private static string? TargetOf(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
