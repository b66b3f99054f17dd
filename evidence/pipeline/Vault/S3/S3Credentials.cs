using Amazon.Runtime;

namespace Evidence.Pipeline.Vault.S3;

/// <summary>An access key. Not a record: nothing prints its secret by accident.</summary>
public sealed class S3Credentials(string accessKey, string secretKey, string? sessionToken = null)
{
    internal AWSCredentials ToSdk() => sessionToken is null
        ? new BasicAWSCredentials(accessKey, secretKey)
        : new SessionAWSCredentials(accessKey, secretKey, sessionToken);
}
