namespace Evidence.Tests.Vault;

/// <summary>The writes there are.</summary>
public enum StoreWrite
{
    Payload,
    Records,
    Retention,
    Hold,
}
