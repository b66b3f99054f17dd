using Infra.Automation.Local;

namespace Tests.Support;

/// <summary>
/// A real S3 server and a real PostgreSQL, private to this test process: started by the first fixture that needs them,
/// shared by all, and gone with the process, however it ends. The store is empty memory at the start and shared: a test
/// takes bucket, schema and database names that nobody else takes (<see cref="UniqueName"/>).
/// </summary>
/// <remarks>Use it as <c>IClassFixture&lt;RealServices&gt;</c>, with tests marked <see cref="RealServicesFactAttribute"/>.</remarks>
public sealed class RealServices : IAsyncLifetime
{
    private static readonly Lazy<string> _folder = new(TemporaryServices.Create);
    private static readonly Lazy<Task<LocalConnections>> _started = new(StartAsync);

    private static int _names;

    private LocalConnections? _connections;

    /// <summary>How to reach the services.</summary>
    public LocalConnections Connections =>
        _connections ?? throw new InvalidOperationException("The services are not started: mark the test RealServicesFact.");

    /// <summary>The folder they run in, for tests that administer them.</summary>
    public static string Folder => _folder.Value;

    /// <summary>A name nobody else in this process uses, of letters, digits and dashes.</summary>
    public static string UniqueName(string prefix) => $"{prefix}-{Interlocked.Increment(ref _names)}";

    public async Task InitializeAsync()
    {
        // Where the packages are missing the tests of this class are skipped, and there is nothing to start.
        if (RealServicesFactAttribute.SkipReason is null)
        {
            _connections = await _started.Value;
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<LocalConnections> StartAsync() =>
        await new LocalServices(TemporaryServices.Settings(Folder), TimeProvider.System, new Progress<string>())
            .UpAsync(CancellationToken.None);
}
