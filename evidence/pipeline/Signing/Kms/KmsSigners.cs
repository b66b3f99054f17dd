using Amazon;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Evidence.Ledger;
using Evidence.Ledger.Keys;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Signing.Kms;

/// <summary>
/// Keys of AWS KMS, by names that begin with <c>kms:</c> and go on with a key's ARN, id or alias. The public half is
/// pinned: a key is used only if the trust folder holds it, and every signature is checked against it before it is
/// handed out. The private half never leaves the service.
/// </summary>
/// <param name="others">Where every other name is looked for.</param>
/// <param name="connection">Which service.</param>
/// <param name="trust">The keys that are believed.</param>
/// <param name="budget">How long to wait.</param>
/// <param name="time">The clock that it is waited by.</param>
public sealed class KmsSigners(
    ISignerSource others, KmsConnection connection, TrustFolder trust, VaultBudget budget, TimeProvider time)
    : ISignerSource
{
    /// <summary>What a name begins with.</summary>
    public const string Prefix = "kms:";

    /// <inheritdoc/>
    public async Task<OpenSigner> OpenAsync(string? name, CancellationToken cancellationToken)
    {
        if (name is null || !name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return await others.OpenAsync(name, cancellationToken);
        }

        var (id, client) = (name[Prefix.Length..], Client());
        try
        {
            var calls = new KmsCalls(id, budget, time);
            var key = Read(id, await calls.MakeAsync(
                "ask for the public half of",
                stop => client.GetPublicKeyAsync(new GetPublicKeyRequest { KeyId = id }, stop),
                cancellationToken));
            RequirePinned(id, key);
            return new OpenSigner(new KmsSigner(client, id, key, calls));
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static P256PublicKey Read(string id, GetPublicKeyResponse answer)
    {
        if (answer.KeySpec != KeySpec.ECC_NIST_P256 || answer.KeyUsage != KeyUsageType.SIGN_VERIFY)
        {
            throw new EvidenceException(
                EvidenceFault.BadInput,
                $"Cannot sign with the KMS key {Quoted.Of(id)}: it must be of the spec ECC_NIST_P256 for "
                + "SIGN_VERIFY, found "
                + $"{answer.KeySpec} for {answer.KeyUsage}. Nothing was signed. Make one of that spec.");
        }

        try
        {
            return P256PublicKey.FromSpki(answer.PublicKey.ToArray());
        }
        catch (LedgerFormatException e)
        {
            throw new EvidenceException(
                EvidenceFault.Contradiction,
                $"The public half of the KMS key {Quoted.Of(id)} is no P-256 key: {e.Message} Nothing was signed.",
                e);
        }
    }

    private void RequirePinned(string id, P256PublicKey key)
    {
        if (!trust.Holds(key))
        {
            throw new EvidenceException(
                EvidenceFault.Contradiction,
                $"The KMS key {Quoted.Of(id)} (key id {key.KeyId}) has no public half in \"{trust.Path}\", so "
                + "nothing it "
                + "signs could be verified. Nothing was signed. If it is the right key, put its public half there; if "
                + "another one was there, somebody replaced the key behind that name.");
        }

        if (trust.RevokedAt(key) is { } at)
        {
            throw new EvidenceException(
                EvidenceFault.BadInput,
                $"Will not sign with the KMS key {Quoted.Of(id)}: entry {at} of the ledger revoked it. Nothing was "
                + "signed. Use another key.");
        }
    }

    private AmazonKeyManagementServiceClient Client()
    {
        var config = new AmazonKeyManagementServiceConfig
        {
            MaxErrorRetry = 0, // What is tried again, and how often, is in one place for all of the pipeline.
            Timeout = budget.Call,
        };
        if (connection.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = connection.Region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(connection.Region);
        }

        return connection.Credentials is { } credentials
            ? new AmazonKeyManagementServiceClient(credentials.ToSdk(), config)
            : new AmazonKeyManagementServiceClient(config);
    }
}
