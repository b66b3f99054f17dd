using Pulumi;

namespace Sdk.Tests.Core;

public class UnionTests
{
    private static readonly Union<string, int> Text = "a";
    private static readonly Union<string, int> Number = 5;

    [Fact]
    public void Holds_one_of_two_types()
    {
        Assert.True(Text.IsT0);
        Assert.False(Text.IsT1);
        Assert.Equal("a", Text.AsT0);
        Assert.Equal(5, Number.AsT1);
        Assert.Equal("a", Text.Value);
        Assert.Equal(5, Number.Value);
        Assert.True(default(Union<string, int>).IsT0);
    }

    [Fact]
    public void Refuses_to_be_read_as_the_other_type()
    {
        Assert.Throws<InvalidOperationException>(() => Text.AsT1);
        Assert.Throws<InvalidOperationException>(() => Number.AsT0);
    }

    [Fact]
    public void Maps_and_matches_by_type()
    {
        Assert.Equal(1, Text.MapT0(text => text.Length).AsT0);
        Assert.Equal(5, Number.MapT0(text => text.Length).AsT1);
        Assert.Equal("5", Number.MapT1(number => $"{number}").AsT1);
        Assert.Equal(6L, Number.Bimap(text => text.Length, number => number + 1L).AsT1);
        Assert.Equal("a", Text.Match(text => text, number => $"{number}"));
        var seen = "";
        Number.Switch(text => seen = text, number => seen = $"number {number}");
        Assert.Equal("number 5", seen);
    }

    [Fact]
    public void Can_be_picked_apart()
    {
        Assert.True(Text.TryPickT0(out var text, out _));
        Assert.Equal("a", text);
        Assert.False(Text.TryPickT1(out _, out var remainder));
        Assert.Equal("a", remainder);
        Assert.True(Number.TryPickT1(out var number, out _));
        Assert.Equal(5, number);
    }

    [Fact]
    public void Equals_by_type_and_value()
    {
        Assert.True(Text == "a");
        Assert.True(Text != "b");
        Assert.True(Text != Number);
        Assert.Equal(Number.GetHashCode(), ((Union<string, int>)5).GetHashCode());
        Assert.NotEqual(Union<int, int>.FromT0(1), Union<int, int>.FromT1(1));
    }
}
