using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Infra.Automation.Policies.Iam;

namespace Infra.Tests.Policies;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*", "s3:GetObject", true)]
    [InlineData("s3:*", "S3:getobject", true)]
    [InlineData("s3:Get*", "s3:PutObject", false)]
    [InlineData("s3:*Object", "s3:GetObject", true)]
    [InlineData("s3:*Object", "s3:GetObjects", false)]
    [InlineData("s3:?etObject", "s3:GetObject", true)]
    [InlineData("s3:GetObject**", "s3:GetObject", true)]
    [InlineData("", "s3:GetObject", false)]
    public void Patterns_cover_what_iam_says_they_do(string pattern, string text, bool covers) =>
        Assert.Equal(covers, Glob.Matches(pattern, text));

    [Fact]
    public void It_agrees_with_a_regular_expression() => Prop.ForAll(
        Words("ab*?").ToArbitrary(),
        Words("ab").ToArbitrary(),
        (pattern, text) => Glob.Matches(pattern, text) == Regex.IsMatch(
            text,
            $@"\A{Regex.Escape(pattern)
                .Replace(@"\*", ".*", StringComparison.Ordinal)
                .Replace(@"\?", ".", StringComparison.Ordinal)}\z")).QuickCheckThrowOnFailure();

    private static Gen<string> Words(string letters) =>
        Gen.Elements<char>([.. letters]).ArrayOf().Select(word => new string(word));
}
