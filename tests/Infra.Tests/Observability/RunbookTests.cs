using System.Text.RegularExpressions;
using Infra.Components.Observability.Alerts;
using Infra.Stacks.Slos;
using Tests.Support;

namespace Infra.Tests.Observability;

public sealed partial class RunbookTests
{
    private const string Begin = "<!-- alerts:begin -->\n";
    private const string End = "<!-- alerts:end -->";

    private static readonly string[] _sections =
        ["Meaning", "Impact", "Diagnosis", "Mitigation", "Verification", "Last exercised"];
    private static readonly string[] _programs = ["./strata", "amtool", "aws", "kubectl", "promtool", "psql"];

    public static TheoryData<string> Pages() => [.. PlatformSlos.RunbookPages];

    [Fact]
    public void The_declarations_hold_for_the_environments_and_runbooks_of_this_checkout() => PlatformSlos.Check(
        [.. SampleEnvironments.All.Select(e => e.Name)], page => File.Exists(PathOf(page)));

    [Fact]
    public void Every_alert_points_to_a_page_that_exists_and_is_in_the_index()
    {
        var alerts = PlatformSlos.Plan(SampleEnvironments.Prod).Rules.Groups.SelectMany(g => g.Rules)
            .OfType<AlertingRule>();

        Assert.All(alerts, alert =>
        {
            var page = Path.GetFileNameWithoutExtension(new Uri(alert.Annotations["runbook_url"]).AbsolutePath);
            Assert.Contains(page, PlatformSlos.RunbookPages);
            Assert.True(File.Exists(PathOf(page)), $"'{alert.Alert}' points to '{page}', which is not there.");
            Assert.Contains($"| {alert.Alert} | [{page}]({page}.md) |", PlatformSlos.RunbookIndex,
                StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_index_in_the_readme_is_the_rendered_one()
    {
        var file = Checkout.PathOf("runbooks/README.md");
        var text = File.ReadAllText(file);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length,
            text.IndexOf(End, StringComparison.Ordinal));
        if (Environment.GetEnvironmentVariable("ACCEPT") is "1")
        {
            text = text[..begin] + PlatformSlos.RunbookIndex + text[end..];
            File.WriteAllText(file, text);
            end = text.IndexOf(End, StringComparison.Ordinal);
        }

        Assert.Equal(PlatformSlos.RunbookIndex, text[begin..end]);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_its_sections_in_order_and_none_is_empty(string page)
    {
        var parts = Heading().Split(File.ReadAllText(PathOf(page)));

        Assert.StartsWith($"# {page}\n", parts[0], StringComparison.Ordinal);
        Assert.Equal(_sections, parts.Skip(1).Where((_, index) => index % 2 == 0));
        Assert.All(parts.Skip(1).Where((_, index) => index % 2 == 1), text => Assert.NotEqual("", text.Trim()));
    }

    /// <summary>The verbs of <c>./strata</c> are read by the command line's own tests.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_calls_only_programs_that_operators_have(string page) => Assert.All(
        Command().Matches(File.ReadAllText(PathOf(page))).Select(m => m.Groups["command"].Value),
        command => Assert.Contains(command.Split(' ')[0], _programs));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_links_only_to_pages_that_exist(string page) => Assert.All(
        Link().Matches(File.ReadAllText(PathOf(page))).Select(m => m.Groups["page"].Value),
        linked => Assert.True(File.Exists(PathOf(linked)), $"'{page}' links to '{linked}', which is not there."));

    private static string PathOf(string page) => Checkout.PathOf($"runbooks/{page}.md");

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\$ (?<command>.+)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\((?<page>[a-z-]+)\.md\)")]
    private static partial Regex Link();
}
