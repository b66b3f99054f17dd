namespace Infra.Stacks.Environments;

/// <summary>
/// What an environment says about everything in it; the layer and the environment are added to these.
/// </summary>
/// <param name="Owner">The team that answers for it.</param>
/// <param name="CostCentre">Who pays.</param>
/// <param name="DataClass"><c>public</c>, <c>internal</c> or <c>confidential</c>.</param>
public sealed record TagSettings(string Owner, string CostCentre, string DataClass);
