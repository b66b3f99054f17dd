using System.Text.RegularExpressions;

namespace Repository.Tests;

public sealed partial class SourceTests
{
    private const int MostLines = 400;

    [Fact]
    public void No_source_file_is_longer_than_a_reader_can_hold() => Assert.DoesNotContain(
        Tracked.CSharp, f => Tracked.Read(f).Count(c => c == '\n') > MostLines);

    [Fact]
    public void A_namespace_is_the_path_of_its_folder()
    {
        var strays =
            from file in Tracked.CSharp
            let declared = Namespace().Match(Tracked.Read(file)).Groups["name"].Value
            where declared.Length > 0 && !Expected(file).Contains(declared, StringComparer.OrdinalIgnoreCase)
            select $"{file}: {declared}";

        Assert.Empty(strays);
    }

    [Fact]
    public void Nothing_names_a_place_on_one_machine() => Assert.DoesNotContain(
        Tracked.Files, f => TextFile().IsMatch(f) && MachinePath().IsMatch(Tracked.Read(f)));

    [Fact]
    public void Nothing_is_left_for_later_without_saying_so() => Assert.DoesNotContain(
        Tracked.CSharp, f => Leftover().IsMatch(Tracked.Read(f)));

    /// <summary>
    /// `infra/components/evidence` is `Infra.Components.Evidence`; the subset in sdk/ has the folders of a library whose
    /// public types live in few namespaces, and a test project's name ends in `Tests`.
    /// </summary>
    private static IEnumerable<string> Expected(string file)
    {
        var folder = Path.GetDirectoryName(file)?.Split('/') ?? [];
        if (folder is ["sdk", var package, ..])
        {
            for (var depth = folder.Length; depth >= 2; depth--)
            {
                yield return string.Join('.', folder[1..depth]);
            }

            yield return package;
        }
        else
        {
            var path = folder is ["cli", ..] ? ["Strata", .. folder] : folder;
            path = path is ["tests", "Support", ..] ? path : path is ["tests", ..] ? path[1..] : path;
            yield return string.Join('.', path);
        }
    }

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\.(cs|csproj|props|targets|json|ya?ml|md|sh|mjs|conf|in|txt)$|(^|/)(Makefile|Dockerfile[^/]*|strata)$")]
    private static partial Regex TextFile();

    [GeneratedRegex(@"(?<![\w.$}])/(wor[k]|hom[e]/\w+|tm[p]/wt)/")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"NotImplementedExceptio[n]|\bTOD[O]\b|\bFIXM[E]\b|\bHAC[K]\b|Assert\.True\(tru[e]\)")]
    private static partial Regex Leftover();
}
