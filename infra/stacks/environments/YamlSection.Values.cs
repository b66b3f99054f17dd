using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Stacks.Environments;

/// <summary>Numbers, lists and mappings whose keys are names.</summary>
internal sealed partial class YamlSection
{
    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
    private static readonly int[] _logPeriods =
    [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
    ];

    /// <summary>A period for which CloudWatch can keep logs; it knows a few only.</summary>
    public Period LogPeriod(string key)
    {
        var period = Period(key, 1, _logPeriods[^1]);
        if (period.Days > 0 && !_logPeriods.Contains(period.Days))
        {
            Wrong(key, $"'{Path(key)}' is '{period}'; CloudWatch keeps logs for {string.Join(", ", _logPeriods)} days: "
                + "choose one of these.");
        }

        return period;
    }

    /// <summary>A whole number; <paramref name="minimum"/> where it is none, which is then a problem already.</summary>
    public int Number(string key, int minimum, int maximum)
    {
        var allowed = string.Create(
            CultureInfo.InvariantCulture, $"a whole number from {minimum} to {maximum}, without quotes");
        if (Scalar(key, allowed) is not { } scalar)
        {
            return minimum;
        }

        if (scalar.Style is ScalarStyle.Plain
            && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= minimum && number <= maximum)
        {
            return number;
        }

        Problem(scalar, $"'{Path(key)}' is '{scalar.Value}'; allowed is {allowed}.");
        return minimum;
    }

    /// <summary>
    /// A list of different texts that match a pattern; <paramref name="allowed"/> says in words what one of them is.
    /// </summary>
    public IReadOnlyList<string> Texts(string key, Regex pattern, string allowed, int least = 1)
    {
        var texts = new List<string>();
        switch (Node(key, $"a list of {allowed}"))
        {
            case null:
                break;
            case YamlSequenceNode list:
                foreach (var item in list)
                {
                    if (item is not YamlScalarNode { Value: { } text } || !pattern.IsMatch(text))
                    {
                        Problem(item, $"An entry of '{Path(key)}' is {Describe(item)}; allowed is {allowed}.");
                    }
                    else if (texts.Contains(text))
                    {
                        Problem(item, $"'{Path(key)}' has '{text}' twice: keep one.");
                    }
                    else
                    {
                        texts.Add(text);
                    }
                }

                if (list.Children.Count < least)
                {
                    Problem(list, string.Create(CultureInfo.InvariantCulture,
                        $"'{Path(key)}' has {list.Children.Count} entries; allowed is {least} or more of {allowed}."));
                }

                break;
            case var other:
                Problem(other, $"'{Path(key)}' is {Describe(other)}; allowed is a list of {allowed}.");
                break;
        }

        return texts;
    }

    /// <summary>
    /// The sections of a mapping whose keys are names that the file chooses; <paramref name="allowed"/> says in words
    /// what such a name is.
    /// </summary>
    public IReadOnlyDictionary<string, YamlSection> Named(Regex pattern, string allowed)
    {
        var sections = new SortedDictionary<string, YamlSection>(StringComparer.Ordinal);
        foreach (var (name, (key, _)) in _entries)
        {
            if (pattern.IsMatch(name))
            {
                sections[name] = Section(name);
            }
            else
            {
                _asked.Add(name);
                Problem(key, $"A key of {Called(_path)} is '{name}'; allowed is {allowed}.");
            }
        }

        return sections;
    }
}
