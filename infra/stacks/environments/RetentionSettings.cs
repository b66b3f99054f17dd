using Infra.Components.Evidence;

namespace Infra.Stacks.Environments;

/// <summary>How long evidence is locked.</summary>
/// <param name="Mode">COMPLIANCE, or GOVERNANCE where it must be possible to start again.</param>
/// <param name="Minimum">The shortest lock anyone may ask for.</param>
/// <param name="Default">The lock of an object that asks for none.</param>
/// <param name="Maximum">The longest lock anyone may ask for.</param>
public sealed record RetentionSettings(RetentionMode Mode, Period Minimum, Period Default, Period Maximum);
