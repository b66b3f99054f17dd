using System.Security.Cryptography;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Evidence.Ledger.Keys;
using Evidence.Pipeline.Text;

namespace Evidence.Pipeline.Signing.Kms;

/// <summary>
/// A key of AWS KMS: sends digests, and hands out only signatures that the pinned public key verifies.
/// </summary>
internal sealed class KmsSigner(IAmazonKeyManagementService client, string id, P256PublicKey key, KmsCalls calls)
    : ISigner, IDisposable
{
    public P256PublicKey PublicKey => key;

    public async ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var digest = SHA256.HashData(message.Span);
        var answer = await calls.MakeAsync(
            "sign with",
            stop => client.SignAsync(
                new SignRequest
                {
                    KeyId = id,
                    Message = new MemoryStream(digest, writable: false),
                    MessageType = MessageType.DIGEST,
                    SigningAlgorithm = SigningAlgorithmSpec.ECDSA_SHA_256,
                },
                stop),
            cancellationToken);
        var signature = answer.Signature.ToArray();
        return key.Verify(message.Span, signature)
            ? signature
            : throw new EvidenceException(
                EvidenceFault.Integrity,
                $"What AWS KMS returned for the key {Quoted.Of(id)} is no signature of the pinned key {key.KeyId} "
                + "over what "
                + "was sent. Nothing was signed. Somebody replaced the key, or the line to the service alters "
                + "answers.");
    }

    public void Dispose() => client.Dispose();
}
