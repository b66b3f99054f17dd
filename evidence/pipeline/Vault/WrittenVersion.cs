namespace Evidence.Pipeline.Vault;

/// <summary>
/// A version that was read back: its bytes have the digest of its key, and its lock is as asked or stronger.
/// </summary>
/// <param name="At">Which version.</param>
/// <param name="Lock">Its lock as the store stated it after the write.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="AlreadyStored">Whether it was there before and was reused.</param>
public sealed record WrittenVersion(VaultLocation At, ObjectLock Lock, long Size, bool AlreadyStored);
