using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Infra.Automation.Engines.Plans;
using Infra.Automation.Json;
using Infra.Tests.Json;

namespace Infra.Tests.Engines;

public sealed class DifferTests
{
    [Fact]
    public void A_value_does_not_differ_from_itself() =>
        Prop.ForAll(JsonValues.Arbitrary(), value =>
            Differ.Compare(CanonicalJson.Of(value), JsonElement.Parse(JsonValues.Shuffle(value))).IsEmpty)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Two_values_differ_somewhere_or_are_the_same() =>
        Prop.ForAll(JsonValues.Arbitrary(), JsonValues.Arbitrary(), (a, b) =>
        {
            var (old, @new) = (CanonicalJson.Of(a), CanonicalJson.Of(b));
            return Differ.Compare(old, @new).IsEmpty == CanonicalJson.Same(old, @new);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_way_back_shows_the_same_places() =>
        Prop.ForAll(JsonValues.Arbitrary(), JsonValues.Arbitrary(), (a, b) =>
        {
            var there = Differ.Compare(CanonicalJson.Of(a), CanonicalJson.Of(b));
            var back = Differ.Compare(CanonicalJson.Of(b), CanonicalJson.Of(a));
            return there.Select(change => change.Path).SequenceEqual(back.Select(change => change.Path))
                && there.Count(
                    c => c.Kind is PropertyChangeKind.Added) == back.Count(c => c.Kind is PropertyChangeKind.Removed);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_difference_names_its_place()
    {
        var changes = Differ.Compare(
            JsonElement.Parse("""{"a":1,"rules":[{"status":"on"},{"status":"on"}],"gone":true}"""),
            JsonElement.Parse("""{"a":2,"rules":[{"status":"off"}],"here":null}"""));
        Assert.Equal(
            ["a Changed", "gone Removed", "here Added", "rules[0].status Changed", "rules[1] Removed"],
            changes.Select(change => $"{change.Path} {change.Kind}"));
    }

    [Theory]
    [InlineData("""{"a":[1,2]}""", """{"a":[1,3]}""", "policy.a[1] Changed")]
    [InlineData("""{"a":1}""", """{ "a": 1 }""", "policy Changed")]
    [InlineData("""{"a":1}""", "{", "policy Changed")]
    public void A_text_that_holds_json_is_compared_inside(string old, string @new, string expected)
    {
        var change = Assert.Single(Differ.Compare(
            CanonicalJson.Of(new Dictionary<string, object?> { ["policy"] = old }),
            CanonicalJson.Of(new Dictionary<string, object?> { ["policy"] = @new })));
        Assert.Equal(expected, $"{change.Path} {change.Kind}");
    }
}
