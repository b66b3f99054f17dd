using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Infra.Tests.Json;

/// <summary>Arbitrary JSON values, as plain objects.</summary>
internal static class JsonValues
{
    public static Arbitrary<object?> Arbitrary() => Arb.From(Value(3));

    /// <summary>
    /// The value as JSON text with its members in reverse order, and whole numbers written as fractions.
    /// </summary>
    public static string Shuffle(object? value) => value switch
    {
        Dictionary<string, object?> members => "{" + string.Join(" , ", members
            .OrderByDescending(member => member.Key, StringComparer.Ordinal)
            .Select(member => $"{JsonSerializer.Serialize(member.Key)}: {Shuffle(member.Value)}")) + "}",
        List<object?> items => "[ " + string.Join(",\n", items.Select(Shuffle)) + "]",
        int number => number.ToString(CultureInfo.InvariantCulture) + ".0",
        double number => number.ToString("E17", CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value),
    };

    private static Gen<object?> Value(int depth)
    {
        var leaf = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(text => (object?)(text ?? "")),
            ArbMap.Default.GeneratorFor<int>().Select(number => (object?)number),
            ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => (object?)number.Get),
            ArbMap.Default.GeneratorFor<bool>().Select(flag => (object?)flag),
            Gen.Constant((object?)null));
        if (depth == 0)
        {
            return leaf;
        }

        var items = Value(depth - 1).ListOf(3).Select(list => (object?)list.ToList());
        var names = Gen.Elements("a", "b", "ä", "aa", "B", "z-1", "\"q\"");
        var members = Gen.Zip(names, Value(depth - 1)).ListOf(4).Select(pairs =>
            (object?)pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2));
        return Gen.OneOf(leaf, items, members);
    }
}
