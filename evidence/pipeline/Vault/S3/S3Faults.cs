using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;

namespace Evidence.Pipeline.Vault.S3;

/// <summary>
/// The one place where what the SDK throws becomes what we say: what it means, and what to do about it.
/// </summary>
internal sealed class S3Faults(VaultBudget budget)
{
    private const string Again = "then run the same command again.";

    /// <summary>Whether <paramref name="exception"/> is something that a call to a store can end with.</summary>
    public static bool IsKnown(Exception exception) => exception
        is AmazonClientException or AmazonServiceException or HttpRequestException or IOException
        or SocketException or OperationCanceledException;

    /// <summary>What <paramref name="exception"/> means.</summary>
    /// <param name="exception">What the SDK threw.</param>
    /// <param name="what">What was attempted, on what, for a sentence that starts "Could not".</param>
    public EvidenceException Of(Exception exception, string what)
    {
        var (fault, found, next) = exception switch
        {
            OperationCanceledException => (
                EvidenceFault.TimedOut,
                $"the store was silent for {budget.Call.TotalSeconds:0.#} seconds",
                $"Check the line to the store and its load, {Again}"),
            AmazonServiceException { StatusCode: not 0 } answer => Answer(answer),
            _ when TransportReason(exception) is { } reason => (
                EvidenceFault.Unreachable,
                $"no answer from the store ({reason})",
                $"Start it (`./strata local up` on this machine) or check its address, {Again}"),
            _ => (
                EvidenceFault.Refused,
                $"the request could not be made ({Trim(FirstSentence(exception.Message))})",
                "Check the credentials (AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY) and the address."),
        };
        return new EvidenceException(fault, $"Could not {what}: {found}. {next}", exception);
    }

    private static (EvidenceFault Fault, string Found, string Next) Answer(AmazonServiceException e) =>
        e.ErrorCode switch
        {
            "NoSuchBucket" => (
                EvidenceFault.NoObjectLock,
                "there is no such bucket",
                "Create it with Object Lock (`./strata up ENVIRONMENT --layer evidence`)."),
            "ObjectLockConfigurationNotFoundError" or "InvalidRequest" or "InvalidBucketState" when AboutLock(e) => (
                EvidenceFault.NoObjectLock,
                $"the bucket cannot lock objects ({Said(e)})",
                "Object Lock is switched on when a bucket is created: use a bucket that has it."),
            "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "ExpiredToken" or "InvalidToken" => (
                EvidenceFault.Refused,
                $"the store does not accept the credentials ({e.ErrorCode})",
                "Check the access key and that its session has not ended."),
            "RequestTimeTooSkewed" => (
                EvidenceFault.Refused,
                "the clocks of this machine and of the store differ too much",
                "Set the clock of this machine."),
            "PermanentRedirect" or "TemporaryRedirect" or "AuthorizationHeaderMalformed" => (
                EvidenceFault.Refused,
                $"the bucket is in another region ({Said(e)})",
                "Name the region of the bucket."),
            "QuotaExceeded" or "InsufficientStorage" or "InsufficientCapacity" => Full(e),
            "BadDigest" or "XAmzContentSHA256Mismatch" => (
                EvidenceFault.Integrity,
                $"the bytes were altered on their way ({e.ErrorCode})",
                "Run the same command again; if it happens again, check the line and the memory of this machine."),
            _ => e.StatusCode switch
            {
                HttpStatusCode.NotFound => (
                    EvidenceFault.NotFound,
                    "it is not there",
                    "Check the id and the bucket."),
                HttpStatusCode.InsufficientStorage => Full(e),
                HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => (
                    EvidenceFault.Refused,
                    $"the store refuses ({Said(e)})",
                    "Use credentials that have this right, or ask for it."),
                >= HttpStatusCode.InternalServerError
                    or HttpStatusCode.RequestTimeout
                    or HttpStatusCode.TooManyRequests => (
                    EvidenceFault.Unreachable,
                    $"the store answers {(int)e.StatusCode} ({Said(e)})",
                    $"Wait until it has recovered, {Again}"),
                _ => (
                    EvidenceFault.Refused,
                    $"the store answers {(int)e.StatusCode} ({Said(e)})",
                    "Check what was asked for against what this store can do (`./strata evidence probe`)."),
            },
        };

    private static (EvidenceFault, string, string) Full(AmazonServiceException e) => (
        EvidenceFault.Full,
        $"the store is full ({Said(e)})",
        $"Make room or raise the quota, {Again}");

    private static bool AboutLock(AmazonServiceException e) =>
        e.ErrorCode == "ObjectLockConfigurationNotFoundError"
        || e.Message.Contains("lock", StringComparison.OrdinalIgnoreCase);

    /// <summary>The innermost reason why there was no answer, or null if that was not it.</summary>
    private static string? TransportReason(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case SocketException socket:
                    return Trim(socket.Message);
                case HttpIOException or IOException:
                    return "the connection was lost";
                case HttpRequestException { InnerException: null } http:
                    return Trim(http.Message);
            }
        }

        return null;
    }

    private static string Said(AmazonServiceException e)
    {
        var message = Trim(e.Message);
        return (e.ErrorCode, message) switch
        {
            (null or "", _) => message,
            (var code, "") => code,
            var (code, _) when message.Contains(code, StringComparison.Ordinal) => message,
            var (code, _) => $"{code}: {message}",
        };
    }

    private static string FirstSentence(string message) => message.Split(". ", 2)[0];

    private static string Trim(string message) =>
        Text.Quoted.Plain(message.ReplaceLineEndings(" ").Trim().TrimEnd('.'));
}
