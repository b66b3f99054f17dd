using System.Buffers;
using System.Text;
using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Text;

namespace Evidence.Pipeline.Recording;

/// <summary>An item whose kind, controls and retention are known to exist.</summary>
internal sealed record PlannedItem(
    int Index, EvidenceItem Item, string Kind, List<string> Controls, RetentionClass Retention)
{
    /// <summary>Looks everything up before anything is stored.</summary>
    /// <exception cref="EvidenceException">
    /// Something is not in the catalogue, or the item could not be told from nothing.
    /// </exception>
    public static PlannedItem Of(int index, EvidenceItem item, EvidenceCatalogue catalogue, RetentionClass fallback)
    {
        if (item.Name.Length is 0 or > EvidenceItem.LongestName || !IsUnicode(item.Name))
        {
            throw Bad(item, $"needs a name of 1 to {EvidenceItem.LongestName} Unicode characters.");
        }

        if (item.Source.Length == 0)
        {
            throw Bad(item, "is empty, and an empty file proves nothing. Add one that says so instead.");
        }

        if (item.Controls.Count == 0)
        {
            throw Bad(item, "names no control. Say what it is evidence for, for example SOC2-CC8.1.");
        }

        var kind = catalogue.KindOf(item.Kind);
        if (kind.Fact != item.Fact.HasValue)
        {
            throw Bad(item, kind.Fact
                ? $"cannot be added as \"{kind.Name}\": such records state a fact, which only the verb that "
                + "establishes it writes."
                : $"states a fact, and records of the kind \"{kind.Name}\" state none.");
        }

        return new PlannedItem(
            index,
            item,
            kind.Name,
            [.. item.Controls.Select(c => catalogue.ControlOf(c).Id).Distinct()],
            item.Retention is { } name ? catalogue.RetentionOf(name, fallback) : fallback);
    }

    /// <summary>Whether no half of a surrogate pair is in it, which no JSON could carry.</summary>
    private static bool IsUnicode(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) is not OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    private static EvidenceException Bad(EvidenceItem item, string what) =>
        new(EvidenceFault.BadInput, $"{Quoted.Of(item.Name)} {what}");
}
