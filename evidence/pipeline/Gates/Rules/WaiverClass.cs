namespace Evidence.Pipeline.Gates.Rules;

/// <summary>A class of waivers, as <c>gates.yaml</c> lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Days">Longest life of such a waiver, from its request.</param>
/// <param name="Meaning">What it is for.</param>
public sealed record WaiverClass(string Name, int Days, string Meaning);
