namespace Evidence.Tests.Vault;

/// <summary>The writes there are, in their order.</summary>
public enum StoreWrite
{
    Payload,
    Batch,
    Head,
    Tile,
    Bundle,
    Checkpoint,
    Retention,
    Hold,
    Lift,
    Delete,
}
