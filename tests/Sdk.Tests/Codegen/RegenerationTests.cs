using System.Diagnostics;
using Tests.Support;

namespace Sdk.Tests.Codegen;

public sealed class RegenerationTests
{
    // A cold cache downloads two large packages; a warm run takes five seconds.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [NodeFact]
    public async Task The_pinned_npm_packages_give_what_is_committed_byte_for_byte()
    {
        Assert.True(
            NodeFactAttribute.Exists("node") && NodeFactAttribute.Exists("npm"),
            "The generator needs node and npm, and PATH has not both. Install Node 18 or newer with npm, or unset CI to skip this.");
        var output = Directory.CreateTempSubdirectory("strata-codegen-");
        try
        {
            await GenerateAsync(output.FullName);
            foreach (var package in new[] { "Pulumi.Aws", "Pulumi.Kubernetes" })
            {
                var written = Read(Path.Combine(output.FullName, package));
                var committed = Read(Checkout.PathOf($"sdk/{package}"));

                Assert.NotEmpty(written);
                Assert.Equal(written.Keys, committed.Keys);
                Assert.All(written, file => Assert.Equal(file.Value, committed[file.Key]));
            }
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private static SortedDictionary<string, string> Read(string folder) => new(
        Directory.EnumerateFiles(folder, "*.g.cs", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(folder, file), File.ReadAllText),
        StringComparer.Ordinal);

    private static async Task GenerateAsync(string output)
    {
        var start = new ProcessStartInfo("node", [Checkout.PathOf("sdk/codegen/generate.mjs"), "--out", output])
        {
            RedirectStandardError = true,
        };
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node could not be started.");
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var errors = await node.StandardError.ReadToEndAsync(limit.Token);
            await node.WaitForExitAsync(limit.Token);
            Assert.True(node.ExitCode == 0, errors);
        }
        finally
        {
            node.Kill(entireProcessTree: true);
        }
    }
}
