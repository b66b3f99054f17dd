namespace Evidence.Pipeline.Probe;

/// <summary>Names of the attempts: part of the JSON output, never renamed.</summary>
public static class ProbeNames
{
    /// <summary>Is versioning on?</summary>
    public const string Versioning = "versioning";

    /// <summary>Is Object Lock on, and with which default rule?</summary>
    public const string ObjectLock = "object-lock";

    /// <summary>Does a lock that comes with a write hold?</summary>
    public const string LockOnWrite = "lock-on-write";

    /// <summary>Is deleting a locked version refused?</summary>
    public const string Delete = "delete-locked-version";

    /// <summary>Is it refused with the header that bypasses GOVERNANCE as well?</summary>
    public const string Bypass = "delete-with-bypass";

    /// <summary>Is an earlier date refused?</summary>
    public const string Shorten = "shorten-retention";

    /// <summary>Is COMPLIANCE to GOVERNANCE refused?</summary>
    public const string Soften = "soften-mode";

    /// <summary>Does a write "only if there is nothing" fail when there is something?</summary>
    public const string CreateIfAbsent = "create-if-absent";

    /// <summary>Does a write "only if it is still that" fail when it is something else?</summary>
    public const string ReplaceIfSame = "replace-if-same";

    /// <summary>Does a lock that comes with an upload in parts hold?</summary>
    public const string LockOnParts = "lock-on-upload-in-parts";
}
