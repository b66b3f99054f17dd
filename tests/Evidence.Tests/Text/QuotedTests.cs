using Evidence.Pipeline.Text;

namespace Evidence.Tests.Text;

public sealed class QuotedTests
{
    [Theory]
    [InlineData("plain name.txt", "plain name.txt")]
    [InlineData("報告 Ünïcödé", "報告 Ünïcödé")]
    [InlineData("👨‍👩‍👧", "👨‍👩‍👧")]
    [InlineData("a\u001b[2Jb", "a\\u{1b}[2Jb")]
    [InlineData("a\nb\r\tc", "a\\u{a}b\\u{d}\\u{9}c")]
    [InlineData("gpj.‮exe", "gpj.\\u{202e}exe")]
    [InlineData("a\u200bb", "a\\u{200b}b")]
    [InlineData("a\u2028b", "a\\u{2028}b")]
    public void Only_what_moves_or_hides_is_escaped(string text, string shown) =>
        Assert.Equal(shown, Quoted.Plain(text));

    [Fact]
    public void Half_a_surrogate_is_no_danger() => Assert.Equal("\"a\uFFFD\"", Quoted.Of("a\uD800"));

    [Fact]
    public void A_long_text_is_cut() => Assert.Equal(201, Quoted.Plain(new string('x', 5000)).Length);
}
