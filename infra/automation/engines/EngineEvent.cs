using Infra.Automation.Engines.Plans;

namespace Infra.Automation.Engines;

/// <summary>Progress of an operation.</summary>
/// <param name="Phase">What just happened.</param>
/// <param name="Sentence">The event in words.</param>
/// <param name="Change">What is done to the resource; null where it is about no resource.</param>
/// <param name="Type">Type token of the resource.</param>
/// <param name="Name">Name of the resource.</param>
public sealed record EngineEvent(
    EnginePhase Phase,
    string Sentence,
    ChangeKind? Change = null,
    string? Type = null,
    string? Name = null);
