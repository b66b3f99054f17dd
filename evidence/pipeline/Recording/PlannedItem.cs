using Evidence.Pipeline.Catalogue;

namespace Evidence.Pipeline.Recording;

/// <summary>An item whose kind, controls and retention are known to exist.</summary>
internal sealed record PlannedItem(int Index, EvidenceItem Item, string Kind, List<string> Controls, RetentionClass Retention)
{
    /// <summary>Looks everything up before anything is stored.</summary>
    /// <exception cref="EvidenceException">Something is not in the catalogue.</exception>
    public static PlannedItem Of(int index, EvidenceItem item, EvidenceCatalogue catalogue, RetentionClass fallback) =>
        item.Controls.Count > 0
            ? new PlannedItem(
                index,
                item,
                catalogue.KindOf(item.Kind).Name,
                [.. item.Controls.Select(c => catalogue.ControlOf(c).Id).Distinct()],
                item.Retention is { } name ? catalogue.RetentionOf(name, fallback) : fallback)
            : throw new EvidenceException(
                EvidenceFault.BadInput,
                $"{Text.Quoted.Of(item.Name)} names no control. Say what it is evidence for, for example SOC2-CC8.1.");
}
