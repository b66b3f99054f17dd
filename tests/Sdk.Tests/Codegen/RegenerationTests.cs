using Tests.Support;
using Tests.Support.Node;

namespace Sdk.Tests.Codegen;

public sealed class RegenerationTests
{
    // A cold cache downloads two large packages; a warm run takes five seconds.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [NodeFact]
    public async Task The_pinned_npm_packages_give_what_is_committed_byte_for_byte()
    {
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

    private static Task<string> GenerateAsync(string output) => NodeProgram.RunAsync(
        "node", [Checkout.PathOf("sdk/codegen/generate.mjs"), "--out", output], Checkout.Root, "", Limit);
}
