namespace Evidence.Pipeline.Gates.Rules;

/// <summary>An operational workstream, as <c>workstreams.yaml</c> lists it. How far it is, records say.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Owner">Who answers for it as long as no record says otherwise.</param>
/// <param name="Target">When it is meant to be done as long as no record says otherwise.</param>
/// <param name="Evidence">What shows that it is done.</param>
public sealed record Workstream(
    string Name, string Title, string Owner, DateOnly Target, IReadOnlyList<EvidenceRequirement> Evidence);
