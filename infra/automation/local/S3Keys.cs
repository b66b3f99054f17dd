namespace Infra.Automation.Local;

/// <summary>An S3 user's key pair.</summary>
/// <param name="AccessKey">The public half.</param>
/// <param name="SecretKey">The secret half. Never shown: <see cref="ToString"/> leaves it out.</param>
public sealed record S3Keys(string AccessKey, string SecretKey)
{
    /// <inheritdoc/>
    public override string ToString() => $"S3 access key {AccessKey}";
}
