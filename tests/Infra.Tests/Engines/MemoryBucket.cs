using Amazon.S3.Model;

namespace Infra.Tests.Engines;

/// <summary>A bucket of <see cref="MemoryS3"/>.</summary>
internal sealed class MemoryBucket(bool locked)
{
    public bool Locked { get; } = locked;

    public string? Versioning { get; set; } = locked ? "Enabled" : null;

    public ObjectLockRule? LockRule { get; set; }

    public string? Policy { get; set; }

    public List<LifecycleRule>? Lifecycle { get; set; }

    public PublicAccessBlockConfiguration? PublicAccessBlock { get; set; }

    public List<Tag>? Tags { get; set; }

    /// <summary>Versions by key; each with the date until which it is locked.</summary>
    public Dictionary<string, DateTime?> Versions { get; } = [];

    public bool Denies(string action) => Policy?.Contains($"\"{action}\"", StringComparison.Ordinal) == true;

    /// <summary>Everything about it in one line, to compare two worlds.</summary>
    public override string ToString() => string.Join("; ",
        $"locked={Locked}",
        $"versioning={Versioning}",
        $"rule={LockRule?.DefaultRetention.Mode}/{LockRule?.DefaultRetention.Days}",
        $"policy={Policy}",
        $"lifecycle={string.Join(',', Lifecycle?.Select(rule => rule.Id) ?? [])}",
        $"block={PublicAccessBlock?.BlockPublicPolicy}",
        $"tags={string.Join(',', Tags?.OrderBy(tag => tag.Key).Select(tag => $"{tag.Key}={tag.Value}") ?? [])}");
}
