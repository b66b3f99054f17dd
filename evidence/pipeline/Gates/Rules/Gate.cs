namespace Evidence.Pipeline.Gates.Rules;

/// <summary>A gate, as <c>gates.yaml</c> lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What passing it means.</param>
/// <param name="Controls">Ids of the controls that its decisions are evidence for.</param>
/// <param name="EveryDays">Most days between two decisions, or null if nobody expects it.</param>
/// <param name="Root">What it requires.</param>
public sealed record Gate(
    string Name, string Meaning, IReadOnlyList<string> Controls, int? EveryDays, CombinedRequirement Root)
{
    /// <summary>Every requirement of it, each before what it is combined of.</summary>
    public IEnumerable<Requirement> Requirements => Root.Parts.SelectMany(p => p.WithParts());

    /// <summary>The requirement of that id.</summary>
    /// <exception cref="EvidenceException">There is none; the message lists those there are.</exception>
    public Requirement RequirementOf(string id) =>
        GateRules.Find([.. Requirements], r => r.Id, $"requirement of the gate \"{Name}\":", id);
}
