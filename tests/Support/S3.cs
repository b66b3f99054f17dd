using Amazon.Runtime;
using Amazon.S3;
using Infra.Automation.Local;

namespace Tests.Support;

/// <summary>S3 clients for tests.</summary>
public static class S3
{
    /// <summary>A client of the local S3 server, as the given user.</summary>
    public static AmazonS3Client Client(Uri endpoint, S3Keys keys) => new(
        new BasicAWSCredentials(keys.AccessKey, keys.SecretKey),
        new AmazonS3Config
        {
            ServiceURL = endpoint.AbsoluteUri,
            AuthenticationRegion = "us-east-1",
            ForcePathStyle = true,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
}
