using System.Globalization;
using Amazon.S3;
using Amazon.S3.Model;

namespace Infra.Automation.Engines.Embedded.S3;

/// <summary>What keeps a bucket from being deleted.</summary>
/// <param name="Versions">How many object versions and delete markers it holds.</param>
/// <param name="Looked">How many of them were asked for their lock.</param>
/// <param name="Locked">How many of those are locked by a date or a legal hold.</param>
/// <param name="LockedUntil">The last date of those; null where no date locks any.</param>
internal sealed record BucketContents(int Versions, int Looked, int Locked, DateTime? LockedUntil)
{
    /// <summary>
    /// Each version is one request; the answer to "may this go?" does not need every one of a million.
    /// </summary>
    private const int MostVersionsAsked = 1000;

    private const int AtOnce = 16;

    public static async Task<BucketContents> ReadAsync(IAmazonS3 s3, string bucket, CancellationToken cancellationToken)
    {
        var (count, asked) = (0, new List<S3ObjectVersion>());
        var request = new ListVersionsRequest { BucketName = bucket };
        try
        {
            ListVersionsResponse page;
            do
            {
                page = await s3.ListVersionsAsync(request, cancellationToken);
                var versions = page.Versions ?? [];
                count += versions.Count;
                asked.AddRange(
                    versions.Where(version => version.IsDeleteMarker != true).Take(MostVersionsAsked - asked.Count));
                (request.KeyMarker, request.VersionIdMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
            }
            while (page.IsTruncated == true);
        }
        catch (AmazonS3Exception exception) when (S3Errors.NoBucket(exception))
        {
            return new(0, 0, 0, null);
        }

        var locks = new List<GetObjectMetadataResponse>();
        foreach (var batch in asked.Chunk(AtOnce))
        {
            locks.AddRange(await Task.WhenAll(batch.Select(version => s3.GetObjectMetadataAsync(
                new() { BucketName = bucket, Key = version.Key, VersionId = version.VersionId }, cancellationToken))));
        }

        var held = locks.Where(IsLocked).ToList();
        return new(count, asked.Count, held.Count, held.Max(version => version.ObjectLockRetainUntilDate));
    }

    public override string ToString()
    {
        var sample = Looked < Versions && Looked == MostVersionsAsked ? $"of the first {Looked} " : "";
        var until = LockedUntil is { } date
            ? string.Create(
                CultureInfo.InvariantCulture, $", the last until {date.ToUniversalTime():yyyy-MM-dd HH:mm:ss}Z")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Versions} version{(Versions == 1 ? "" : "s")}, {sample}{Locked} of them locked{until}");
    }

    private static bool IsLocked(GetObjectMetadataResponse version) =>
        version.ObjectLockMode is not null || version.ObjectLockLegalHoldStatus == ObjectLockLegalHoldStatus.On;
}
