using System.Text.RegularExpressions;
using Strata.Cli;
using Strata.Cli.Frame;
using Tests.Support;

namespace Strata.Tests;

/// <summary>Every command that a document shows parses: a verb that was renamed breaks the build, not a reader's evening.</summary>
public sealed partial class DocumentedCommandTests
{
    public static TheoryData<string, string> Commands()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Documents())
        {
            foreach (Match block in ConsoleBlock().Matches(File.ReadAllText(file)))
            {
                foreach (Match line in StrataLine().Matches(block.Value))
                {
                    data.Add(Path.GetRelativePath(Checkout.Root, file), line.Groups["arguments"].Value.Trim());
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_documented_command_parses(string document, string arguments)
    {
        var words = System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(arguments)
            .TakeWhile(word => word is not ("|" or ">" or "&&" or "#"));

        var parsed = StrataCommand.Create(App.FromProcess()).Parse([.. words]);

        var errors = string.Join(' ', parsed.Errors.Select(error => error.Message));
        Assert.True(errors.Length == 0, $"{document}: strata {arguments}: {errors}");
    }

    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Checkout.Root, "*.md", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
        }).Where(f => !f.Contains("/node_modules/", StringComparison.Ordinal)
            && !f.Contains("/artifacts/", StringComparison.Ordinal));

    [GeneratedRegex(@"^```console\n.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ConsoleBlock();

    [GeneratedRegex(@"^\$ (?:\./)?strata (?<arguments>[^\n]*)", RegexOptions.Multiline)]
    private static partial Regex StrataLine();
}
