using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Infra.Automation.Json;

namespace Infra.Tests.Json;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{"b":1,"a":{"d":2,"c":[3,{"y":0,"x":0}]}}""", """{"a":{"c":[3,{"x":0,"y":0}],"d":2},"b":1}""")]
    [InlineData("[1.0, 1.50, 1e3, -0, 0.1, 1E-7, 9007199254740993]", "[1,1.5,1000,0,0.1,1E-07,9007199254740993]")]
    [InlineData("\"Zürich <&> 'x'\"", "\"Zürich <&> 'x'\"")]
    public void A_value_has_one_form(string json, string canonical) =>
        Assert.Equal(canonical, CanonicalJson.Compact(json));

    [Fact]
    public void A_document_ends_with_one_line_feed_and_has_no_other_line_ends() =>
        Assert.Equal("{\n  \"a\": [\n    1\n  ]\n}\n", CanonicalJson.Write(JsonElement.Parse("""{"a":[1]}""")));

    [Fact]
    public void The_order_of_members_and_the_way_numbers_are_written_make_no_difference() =>
        Prop.ForAll(JsonValues.Arbitrary(), value =>
        {
            var shuffled = JsonValues.Shuffle(value);
            return CanonicalJson.Write(CanonicalJson.Of(value)) == CanonicalJson.Write(JsonElement.Parse(shuffled));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_canonical_form_of_a_canonical_form_is_itself() =>
        Prop.ForAll(JsonValues.Arbitrary(), value =>
        {
            var once = CanonicalJson.Write(CanonicalJson.Of(value));
            return once == CanonicalJson.Write(JsonElement.Parse(once));
        }).QuickCheckThrowOnFailure();
}
