using System.Text;
using Evidence.Pipeline;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Verification;

namespace Evidence.Tests;

/// <summary>A pipeline with folders of its own, on any store.</summary>
public sealed class PipelineFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strata-evidence-");

    public static VaultBudget Quick { get; } = new()
    {
        Attempts = 3,
        FirstPause = TimeSpan.FromMilliseconds(20),
        Call = TimeSpan.FromSeconds(20),
    };

    public string Keys => Path.Combine(_folder.FullName, "keys");

    public string Trust => Path.Combine(_folder.FullName, "trust");

    public EvidencePipeline On(IVaultStore store, VaultBudget? budget = null) => new(
        store,
        new PipelineSettings
        {
            Environment = "local",
            DefaultRetention = new RetentionClass { Name = "default", Mode = LockMode.Compliance, Days = 1 },
            Collector = new Collector { Version = "1.2.3", User = "tester", Host = "machine" },
            KeysFolder = Keys,
            TrustFolder = Trust,
            Budget = budget ?? Quick,
        },
        TimeProvider.System);

    public static EvidenceItem Item(string name, string content = "content") =>
        Item(name, Encoding.UTF8.GetBytes($"{name}: {content}"));

    public static EvidenceItem Item(string name, byte[] bytes) =>
        EvidenceItem.FromBytes(name, bytes, "text/plain", "document", ["SOC2-CC7.1"]);

    /// <summary>A file in the fixture's folder.</summary>
    public string File(string name, params ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public static async Task<List<RecordVerdict>> VerifyAsync(EvidencePipeline pipeline, params string[] ids)
    {
        var verdicts = new List<RecordVerdict>();
        await foreach (var verdict in pipeline.VerifyAsync(ids, CancellationToken.None))
        {
            verdicts.Add(verdict);
        }

        return verdicts;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
