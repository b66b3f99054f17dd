namespace Infra.Automation.Engines.Plans;

/// <summary>What a plan compares the program with.</summary>
public enum PlanBasis
{
    /// <summary>The state of what was deployed.</summary>
    State,

    /// <summary>There is no state: nothing was deployed yet.</summary>
    Nothing,

    /// <summary>
    /// The state is elsewhere and was not read: the plan shows the program as if nothing were deployed.
    /// </summary>
    NotRead,
}
