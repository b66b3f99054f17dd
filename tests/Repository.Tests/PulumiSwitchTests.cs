using System.Diagnostics;
using System.Text.Json;
using Tests.Support;

namespace Repository.Tests;

/// <summary>What `PulumiSdk` switches, as MSBuild sees it.</summary>
public sealed class PulumiSwitchTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_bundled_build_refers_to_projects_and_keeps_lock_files()
    {
        var project = await EvaluateAsync("bundled");

        Assert.Equal(
            ["Pulumi", "Pulumi.Aws", "Pulumi.Kubernetes"],
            Names(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order());
        Assert.DoesNotContain(Names(project, "PackageReference"), IsPulumi);
        Assert.Equal("true", Property(project, "RestorePackagesWithLockFile"));
        Assert.Equal("", Property(project, "NuGetLockFilePath"));
    }

    /// <summary>NuGet obeys and rewrites a lock file wherever it finds one, asked or not.</summary>
    [Fact]
    public async Task The_build_on_genuine_packages_refers_to_packages_and_never_finds_a_lock_file()
    {
        var project = await EvaluateAsync("nuget");

        Assert.Equal(
            ["Pulumi", "Pulumi.Aws", "Pulumi.Kubernetes"], Names(project, "PackageReference").Where(IsPulumi).Order());
        Assert.Empty(Names(project, "ProjectReference"));
        Assert.Equal("", Property(project, "RestorePackagesWithLockFile"));
        Assert.StartsWith(Checkout.PathOf("artifacts"), Property(project, "NuGetLockFilePath"), StringComparison.Ordinal);
    }

    private static bool IsPulumi(string package) => package.Split('.')[0] == "Pulumi";

    private static string Property(JsonElement project, string name) =>
        project.GetProperty("Properties").GetProperty(name).GetString() ?? "";

    private static IEnumerable<string> Names(JsonElement project, string kind) =>
        project.GetProperty("Items").GetProperty(kind).EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString() ?? "");

    private static async Task<JsonElement> EvaluateAsync(string sdk)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            "msbuild", Checkout.PathOf("infra/components/Infra.Components.csproj"), "-nologo", $"-p:PulumiSdk={sdk}",
            "-getProperty:RestorePackagesWithLockFile,NuGetLockFilePath", "-getItem:PackageReference,ProjectReference",
        ])
        {
            RedirectStandardOutput = true,
        };
        using var msbuild = Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
        var output = await msbuild.StandardOutput.ReadToEndAsync().WaitAsync(_limit);
        await msbuild.WaitForExitAsync().WaitAsync(_limit);
        Assert.True(msbuild.ExitCode == 0, output);
        return JsonElement.Parse(output);
    }
}
