using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Evidence.Ledger;
using Evidence.Pipeline;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Log;
using Evidence.Pipeline.Log.Heads;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Vault.S3;
using Npgsql;

namespace Evidence.Tests.Log;

/// <summary>
/// A process that appends one record after the other and says of each, once it is acknowledged, where it is.
/// </summary>
internal sealed class AppendingProcess : IDisposable
{
    private readonly Process _process;

    private AppendingProcess(Process process) => _process = process;

    /// <summary>Whether it has ended, for whatever reason.</summary>
    public bool HasEnded => _process.HasExited;

    public static AppendingProcess Start(
        Settings settings, Action<Sha256Hash, long> acknowledged, Action<string> failed)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(AppendingProcess).Assembly.Location])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.OutputDataReceived += (_, line) =>
        {
            // A line that was cut off by the kill was never said.
            if (line.Data?.Split(' ') is [var id, var index, "acknowledged"])
            {
                acknowledged(Sha256Hash.Parse(id), long.Parse(index, CultureInfo.InvariantCulture));
            }
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } data)
            {
                failed(data);
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.WriteLine(JsonSerializer.Serialize(settings));
        process.StandardInput.Close();
        return new AppendingProcess(process);
    }

    /// <summary>As <c>kill -9</c>: it has no chance to do anything more.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!HasEnded)
        {
            Kill();
        }

        _process.Dispose();
    }

    /// <summary>The other side: what the process does.</summary>
    public static async Task RunAsync(TextReader input, TextWriter output)
    {
        var settings = JsonSerializer.Deserialize<Settings>(await input.ReadLineAsync() ?? "")
            ?? throw new InvalidOperationException("No settings.");
        using var store = new S3VaultStore(settings.Connection(settings.Bucket), settings.Budget, TimeProvider.System);
        using var bucket = new S3HeadStore(
            settings.Connection(settings.HeadBucket), settings.Budget, TimeProvider.System);
        await using var database = NpgsqlDataSource.Create(settings.Postgres);
        var rows = new PostgresHeadStore(database, EvidencePipeline.OriginOf(settings.Bucket), settings.Budget);
        var pipeline = settings.Pipeline(store, new ChosenHeadStore(bucket, rows));
        for (var i = 0; ; i++)
        {
            var item = EvidenceItem.FromBytes(
                $"{settings.Writer}/{i}", BitConverter.GetBytes(i), "text/plain", "document", ["SOC2-CC7.1"]);
            var receipt = await pipeline.AddAsync(item, CancellationToken.None);
            await output.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{receipt.Id} {receipt.Record.Index} acknowledged"));
            await output.FlushAsync();
        }
    }

    /// <summary>What it is told.</summary>
    internal sealed record Settings(
        string Writer, string Endpoint, string AccessKey, string SecretKey, string Bucket, string HeadBucket,
        string Postgres, string Keys, string Trust)
    {
        public VaultBudget Budget { get; } = new();

        public S3Connection Connection(string bucket) => new()
        {
            Bucket = bucket,
            Endpoint = new Uri(Endpoint),
            Credentials = new S3Credentials(AccessKey, SecretKey),
        };

        public EvidencePipeline Pipeline(IVaultStore store, IHeadStore heads) => new(
            store,
            heads,
            new PipelineSettings
            {
                Environment = "local",
                DefaultRetention = new RetentionClass { Name = "default", Mode = LockMode.Compliance, Days = 1 },
                Collector = new Collector { Version = "1.2.3", User = "tester", Host = Writer },
                Signers = new LocalSigners(Keys, new TrustFolder(Trust), TimeProvider.System),
                TrustFolder = Trust,
                Ledger = new LedgerBudget { Patience = TimeSpan.FromSeconds(1) },
            },
            TimeProvider.System);
    }
}
