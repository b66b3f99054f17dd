using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Infra.Components.Observability.Alertmanager;
using Infra.Components.Observability.Alerts;
using Infra.Components.Observability.Promql;
using Infra.Components.Observability.Slo;
using Infra.Components.Observability.Text;
using Infra.Stacks.Slos;
using YamlDotNet.RepresentationModel;

namespace Infra.Tests.Observability;

public sealed class RendererPropertyTests
{
    [Fact]
    public void A_length_of_time_reads_back_as_it_was_written() => Prop.ForAll<PositiveInt>(seconds =>
    {
        var duration = new PromDuration(TimeSpan.FromSeconds(seconds.Get));
        return PromDuration.TryParse(duration.ToString(), out var read) && read == duration;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1d", 24 * 60)]
    [InlineData("90m", 90)]
    [InlineData("2h", 120)]
    public void A_length_of_time_is_written_in_its_largest_whole_unit(string text, int minutes) =>
        Assert.Equal(text, PromDuration.Minutes(minutes).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("0m")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("5M")]
    [InlineData("5w")]
    [InlineData(" 5m")]
    [InlineData("999999999d")]
    public void What_is_no_length_of_time_is_refused(string text) => Assert.False(PromDuration.TryParse(text, out _));

    [Fact]
    public void No_length_at_all_is_never_written() =>
        Assert.Throws<InvalidOperationException>(() => default(PromDuration).ToString());

    [Fact]
    public void Any_text_survives_the_way_through_yaml_and_one_tree_has_one_text() =>
        Prop.ForAll<NonNull<string>[]>(texts =>
    {
        var tree = new JsonObject { ["texts"] = new JsonArray([.. texts.Select(t => (JsonNode?)Clean(t.Get))]) };
        var yaml = CanonicalYaml.Write(tree);
        return yaml == CanonicalYaml.Write(tree.DeepClone())
            && texts.Select(t => Clean(t.Get)).SequenceEqual(Read(yaml));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("true")]
    [InlineData("no")]
    [InlineData("1e3")]
    [InlineData("")]
    [InlineData(" lead")]
    [InlineData("trail \nx\n")]
    [InlineData("a: b # c")]
    [InlineData("it's \"quoted\" {{ x }}")]
    [InlineData("two\nlines\n")]
    [InlineData("two\n\nlines")]
    [InlineData("tab\tand\u0001and é")]
    public void Texts_that_YAML_would_take_for_something_else_stay_texts(string text) =>
        Assert.Equal([text], Read(CanonicalYaml.Write(new JsonObject { ["texts"] = new JsonArray(text) })));

    [Fact]
    public void A_faster_burn_needs_more_errors_whatever_is_promised() =>
        Prop.ForAll(Objectives().ToArbitrary(), objective =>
    {
        var thresholds = BurnRate.All.Select(b => b.Factor(PromDuration.Days(30)) * (1 - objective)).ToList();
        return thresholds.SequenceEqual(thresholds.OrderDescending()) && thresholds[^1] == 1 - objective;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_objective_gives_every_window_once_and_every_rule_the_environment() =>
        Prop.ForAll(Objectives().ToArbitrary(), objective =>
    {
        var everywhere = new Dictionary<string, decimal>();
        var slo = PlatformSlos.Objectives[0] with { Objective = objective, ObjectiveIn = everywhere };
        var rules = SloRules.Group(slo, SampleEnvironments.Prod).Rules;
        var names = rules.OfType<RecordingRule>().Select(r => r.Record).ToList();
        return names.Count == names.Distinct().Count()
            && BurnRate.Windows.All(w => names.Contains($"slo:sli_error:ratio_rate{w}"))
            && rules.All(r => r.Labels["environment"] == "prod" && r.Labels["slo"] == slo.Name)
            && rules.OfType<AlertingRule>().Count() == BurnRate.All.Count + 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_burn_rates_are_the_workbooks() => Assert.Equal(
        [14.4m, 6m, 3m, 1m], BurnRate.All.Select(b => b.Factor(PromDuration.Days(30))));

    [Fact]
    public void A_secret_can_only_be_named() => Assert.All(
        ["", "../key", "https://hooks.example/T0", "R0UT1NG", "a/b"],
        name => Assert.Throws<ArgumentException>(() => new SecretFile(name)));

    [Fact]
    public void A_team_that_cannot_get_a_ticket_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => AlertmanagerConfig.Render(
            new("prod", [new("lost", [], [])], new SnsNotifier("a", "b"), new SnsNotifier("a", "b"))));

        Assert.Equal("The team 'lost' has no way to get a ticket in 'prod': give it a notifier.", error.Message);
    }

    private static Gen<decimal> Objectives() => Gen.Choose(9400, 9999).Select(n => n / 10_000m);

    /// <summary>Half a surrogate pair is no text: neither JSON nor YAML can hold it.</summary>
    private static string Clean(string text) => string.Concat(text.Where(c => !char.IsSurrogate(c)));

    private static IEnumerable<string> Read(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return ((YamlSequenceNode)stream.Documents[0].RootNode["texts"])
            .Select(node => ((YamlScalarNode)node).Value ?? "");
    }
}
