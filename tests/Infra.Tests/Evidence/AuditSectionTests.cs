using System.Text.RegularExpressions;
using Infra.Stacks.Environments;
using Tests.Support;

namespace Infra.Tests.Evidence;

public sealed partial class AuditSectionTests
{
    [Fact]
    public void Nobody_reviews_and_holds()
    {
        var text = Text("prod").Replace("user/legal/second", "user/review/first", StringComparison.Ordinal);
        Assert.Contains(
            "'evidence.audit.holders' has 'arn:aws:iam::777788889999:user/review/first', who is also a reviewer",
            Problems("prod", text));
    }

    [Fact]
    public void Evidence_in_aws_is_audited()
    {
        var text = Section().Replace(Text("prod"), "");
        Assert.NotEqual(Text("prod"), text);
        Assert.Contains("'evidence.audit' is missing; it takes reviewers, holders,", Problems("prod", text));
    }

    [Fact]
    public void A_store_without_roles_promises_none()
    {
        var text = Text("local").TrimEnd() + "\n" + Section().Match(Text("prod")).Value;
        Assert.Contains("'evidence.audit' must be left out where 'store.kind' is", Problems("local", text));
    }

    [Fact]
    public void An_audit_needs_the_account_that_ci_deploys_to()
    {
        var text = Bootstrap().Replace(Text("prod"), "");
        Assert.NotEqual(Text("prod"), text);
        Assert.Contains("'evidence.audit' needs the section 'bootstrap'", Problems("prod", text));
    }

    [GeneratedRegex(@"^  audit:\n(    .*\n)+", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^bootstrap:\n(  .*\n)+", RegexOptions.Multiline)]
    private static partial Regex Bootstrap();

    private static string Text(string environment) =>
        File.ReadAllText(Checkout.PathOf($"infra/stacks/environments/{environment}.yaml"));

    private static string Problems(string environment, string text) => Assert.Throws<EnvironmentFileException>(
        () => EnvironmentFile.Read($"{environment}.yaml", environment, text)).Message;
}
