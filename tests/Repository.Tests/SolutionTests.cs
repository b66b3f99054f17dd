using System.Text.RegularExpressions;
using System.Xml.Linq;
using Tests.Support;

namespace Repository.Tests;

public sealed partial class SolutionTests
{
    private static IEnumerable<string> Projects => Tracked.Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Tracked.Read("Infra.sln").Replace('\\', '/');

        Assert.All(Projects, project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_one_solution_file() =>
        Assert.Equal(["Infra.sln"], Tracked.Files.Where(f => SolutionFile().IsMatch(f)));

    [Fact]
    public void Versions_are_written_in_one_file_only() => Assert.All(Projects, project =>
        Assert.All(
            XDocument.Load(Checkout.PathOf(project)).Descendants("PackageReference"),
            package => Assert.Null(package.Attribute("Version"))));

    [Fact]
    public void Every_project_has_a_lock_file() => Assert.All(Projects, project =>
        Assert.Contains(Path.Combine(Path.GetDirectoryName(project) ?? "", "packages.lock.json"), Tracked.Files));

    [Fact]
    public void The_workflows_exist_once()
    {
        var link = new DirectoryInfo(Checkout.PathOf("pipelines/.github"));

        Assert.Equal("../.github", link.LinkTarget);
    }

    [GeneratedRegex(@"\.slnx?$")]
    private static partial Regex SolutionFile();
}
