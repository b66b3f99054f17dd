using System.Net;
using System.Net.Sockets;

namespace Evidence.Tests.Real;

/// <summary>
/// A TCP line to the real server that can break: while a request is on its way, or before its answer arrives.
/// </summary>
internal sealed class FaultyWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _server;
    private readonly Task _accepting;
    private int _faultsLeft;
    private WireFault _fault;

    public FaultyWire(Uri server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The next <paramref name="times"/> uploads go wrong. What is no upload passes.</summary>
    public void Plan(WireFault fault, int times) => (_fault, _faultsLeft) = (fault, times);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = CarryAsync(client);
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var _ = client;
        using var server = new TcpClient { NoDelay = true };
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        try
        {
            client.NoDelay = true;
            await server.ConnectAsync(_server.Host, _server.Port, over.Token);
            var (near, far) = (client.GetStream(), server.GetStream());
            var line = new Line();
            await Task.WhenAny(UpAsync(near, far, line, over.Token), DownAsync(far, near, line, over.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // Either side went away, as it may.
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    private async Task UpAsync(NetworkStream from, NetworkStream to, Line line, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (buffer.AsSpan(0, count).StartsWith("PUT "u8) && Interlocked.Decrement(ref _faultsLeft) >= 0)
            {
                line.Fault = _fault;
            }

            if (line.Fault is WireFault.LostMidBody)
            {
                await to.WriteAsync(buffer.AsMemory(0, count / 2), cancellationToken);
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }

    private static async Task DownAsync(
        NetworkStream from, NetworkStream to, Line line, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            switch (line.Fault)
            {
                case WireFault.LostAnswer:
                    return;
                case WireFault.Silence:
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    break;
            }

            await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }
    }

    private sealed class Line
    {
        public WireFault? Fault { get; set; }
    }
}
