using System.Xml.Linq;
using Tests.Support;

namespace Repository.Tests;

/// <summary>Which project may know which other: the arrows of docs/design.md, read from the project files.</summary>
public sealed class ArrowTests
{
    private static readonly Dictionary<string, string[]> _allowed = new(StringComparer.Ordinal)
    {
        ["cli"] = ["infra/automation", "evidence/pipeline"],
        ["infra/automation"] = ["infra/stacks", "evidence/pipeline", "Pulumi", "Pulumi.Automation"],
        ["infra/stacks"] = ["infra/components"],
        ["infra/components"] = ["Pulumi", "Pulumi.Aws", "Pulumi.Kubernetes"],
        ["bench/scale"] = ["infra/automation", "Pulumi", "Pulumi.Aws"],
        ["evidence/service"] = ["evidence/pipeline"],
        ["evidence/pipeline"] = ["evidence/ledger"],
        ["evidence/ledger"] = [],
        ["sdk/Pulumi"] = [],
        ["sdk/Pulumi.Aws"] = ["sdk/Pulumi"],
        ["sdk/Pulumi.Kubernetes"] = ["sdk/Pulumi"],
        ["sdk/Pulumi.Automation"] = ["sdk/Pulumi"],
    };

    public static TheoryData<string> Projects() =>
        [.. Tracked.Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal) && !f.StartsWith("tests/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_what_the_design_lets_it_know(string project)
    {
        var folder = Folder(project);
        Assert.True(_allowed.ContainsKey(folder), $"'{project}' is a project the design does not know.");
        Assert.Empty(References(project).Except(_allowed[folder]));
    }

    [Fact]
    public void The_ledger_stands_on_the_base_class_library_alone()
    {
        var project = XDocument.Load(Checkout.PathOf("evidence/ledger/Evidence.Ledger.csproj"));

        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("ProjectReference"));
    }

    private static IEnumerable<string> References(string project)
    {
        var document = XDocument.Load(Checkout.PathOf(project));
        var projects = document.Descendants("ProjectReference")
            .Select(r => Folder(Path.GetRelativePath(
                Checkout.Root,
                Path.GetFullPath(Path.Combine(
                    Path.GetDirectoryName(Checkout.PathOf(project)) ?? "",
                    r.Attribute("Include")?.Value ?? "")))));
        var pulumi = document.Descendants("Pulumi").SelectMany(p => (p.Attribute("Include")?.Value ?? "").Split(';'));
        return projects.Concat(pulumi);
    }

    private static string Folder(string project) => (Path.GetDirectoryName(project) ?? "").Replace('\\', '/');
}
