namespace Infra.Components.Evidence;

/// <summary>How long the objects of a bucket are locked.</summary>
/// <param name="Mode">How strong the lock is.</param>
/// <param name="MinimumDays">The shortest lock anyone may ask for, in days.</param>
/// <param name="DefaultDays">The lock of an object that asks for none, in days.</param>
/// <param name="MaximumDays">The longest lock anyone may ask for, in days.</param>
public sealed record RetentionBounds(RetentionMode Mode, int MinimumDays, int DefaultDays, int MaximumDays);
