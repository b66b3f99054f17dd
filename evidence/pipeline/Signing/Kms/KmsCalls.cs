using System.Net;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Signing.Kms;

/// <summary>Makes calls to AWS KMS as often as the budget allows, and says what it means if they fail.</summary>
internal sealed class KmsCalls(string id, VaultBudget budget, TimeProvider time)
{
    private const string Again = "Run the same command again in a moment.";

    private readonly Attempts _attempts = new(budget, time);

    public Task<T> MakeAsync<T>(
        string what, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        var sentence = $"{what} the KMS key {Quoted.Of(id)}";
        return _attempts.RunAsync(
            async stop =>
            {
                try
                {
                    return await call(stop);
                }
                catch (Exception e) when (e is AmazonServiceException or AmazonClientException or HttpRequestException
                    or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
                {
                    var (fault, found, next) = Meaning(e);
                    throw new EvidenceException(fault, $"Could not {sentence}: {found}. {next}", e);
                }
            },
            0,
            sentence,
            cancellationToken);
    }

    private static (EvidenceFault Fault, string Found, string Next) Meaning(Exception exception) => exception switch
    {
        NotFoundException => (
            EvidenceFault.BadInput, "there is no such key", "Check its ARN, and the account and region in use."),
        DisabledException or KMSInvalidStateException => (
            EvidenceFault.Refused, "the key is disabled or about to be deleted", "Enable it, or use another key."),
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError } e => (
            EvidenceFault.Unreachable, $"the service answers {(int)e.StatusCode}", Again),
        AmazonServiceException { ErrorCode: "ThrottlingException" or "LimitExceededException" } => (
            EvidenceFault.Unreachable, "it is asked too often", Again),
        AmazonServiceException { StatusCode: not 0 } e => (
            EvidenceFault.Refused,
            $"the service refuses ({e.ErrorCode})",
            "Use credentials with the rights kms:GetPublicKey and kms:Sign on it."),
        OperationCanceledException => (
            EvidenceFault.TimedOut, "the service was silent", "Check the line to it, then run the same command again."),
        _ => (
            EvidenceFault.Unreachable,
            "no answer from the service",
            "Check the line to it and the credentials, then run the same command again."),
    };
}
