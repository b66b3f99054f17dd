using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Log;

/// <summary>A lock as a head spells it.</summary>
internal sealed record HeadLock(LockMode Mode, DateTimeOffset RetainUntil, bool Hold)
{
    public ObjectLock ToLock() => new(Mode, RetainUntil, Hold);
}
