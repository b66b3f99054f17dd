using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using Evidence.Ledger.Dsse;
using Evidence.Ledger.Keys;
using Evidence.Pipeline;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Signing.Kms;
using Evidence.Pipeline.Vault;
using Evidence.Pipeline.Vault.S3;
using Evidence.Tests.Vault;

namespace Evidence.Tests.Signing;

/// <summary>
/// The KMS signer against a server on this machine that speaks the service's protocol and signs with a real key. AWS
/// itself is not reached.
/// </summary>
public sealed class KmsSignersTests : IDisposable
{
    private const string Name = KmsSigners.Prefix + "alias/evidence";

    private readonly PipelineFixture _fixture = new();
    private readonly Server _server = new();

    private TrustFolder Trust => new(_fixture.Trust);

    public void Dispose()
    {
        _server.Dispose();
        _fixture.Dispose();
    }

    [Fact]
    public async Task Records_and_checkpoints_that_a_KMS_key_signed_verify_with_its_pinned_public_half()
    {
        Trust.Add(_server.PublicKey);
        using var store = new StrictMemoryStore();
        var pipeline = _fixture.On(store);
        using var signer = await Signers().OpenAsync(Name, CancellationToken.None);

        await pipeline.AddAsync(PipelineFixture.Item("signed far away"), signer, CancellationToken.None);

        var verdict = Assert.Single(await PipelineFixture.VerifyAsync(pipeline));
        Assert.True(verdict.Holds, string.Join('\n', verdict.Findings));
        Assert.Equal([_server.PublicKey.KeyId], verdict.Record?.SignedBy);
        Assert.All(_server.Signed, request =>
        {
            Assert.Equal("DIGEST", request.GetProperty("MessageType").GetString());
            Assert.Equal("ECDSA_SHA_256", request.GetProperty("SigningAlgorithm").GetString());
            Assert.Equal("alias/evidence", request.GetProperty("KeyId").GetString());
        });
    }

    [Fact]
    public async Task A_key_that_is_not_pinned_signs_nothing()
    {
        var error = await Assert.ThrowsAsync<EvidenceException>(
            () => Signers().OpenAsync(Name, CancellationToken.None));

        Assert.Equal(EvidenceFault.Contradiction, error.Fault);
        Assert.Contains(_server.PublicKey.KeyId, error.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Signed);
    }

    [Fact]
    public async Task A_signature_of_another_key_is_never_handed_out()
    {
        Trust.Add(_server.PublicKey);
        using var signer = await Signers().OpenAsync(Name, CancellationToken.None);
        _server.SignsWithAnother = true;

        var error = await Assert.ThrowsAsync<EvidenceException>(() => DsseEnvelope.SignAsync(
            "type", "payload"u8.ToArray(), [signer], CancellationToken.None).AsTask());

        Assert.Equal(EvidenceFault.Integrity, error.Fault);
    }

    [Theory]
    [InlineData(400, "NotFoundException", EvidenceFault.BadInput, "no such key")]
    [InlineData(400, "DisabledException", EvidenceFault.Refused, "disabled")]
    [InlineData(400, "AccessDeniedException", EvidenceFault.Refused, "kms:Sign")]
    [InlineData(400, "ThrottlingException", EvidenceFault.Unreachable, "too often")]
    [InlineData(500, "KMSInternalException", EvidenceFault.Unreachable, "500")]
    public async Task What_the_service_answers_is_a_sentence(int status, string code, EvidenceFault fault, string words)
    {
        Trust.Add(_server.PublicKey);
        using var signer = await Signers().OpenAsync(Name, CancellationToken.None);
        _server.Answer = (status, code);

        var error = await Assert.ThrowsAsync<EvidenceException>(
            () => signer.SignAsync("message"u8.ToArray(), CancellationToken.None).AsTask());

        Assert.Equal(fault, error.Fault);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains("alias/evidence", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_that_passes_costs_nothing_but_time()
    {
        Trust.Add(_server.PublicKey);
        using var signer = await Signers().OpenAsync(Name, CancellationToken.None);
        (_server.Answer, _server.Times) = ((503, "KMSInternalException"), 1);

        Assert.NotEmpty(await signer.SignAsync("message"u8.ToArray(), CancellationToken.None));
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_said_to_be_missing()
    {
        _server.Dispose();

        var error = await Assert.ThrowsAsync<EvidenceException>(
            () => Signers().OpenAsync(Name, CancellationToken.None));

        Assert.Equal(EvidenceFault.Unreachable, error.Fault);
    }

    [Fact]
    public async Task Every_other_name_is_a_key_of_this_machine()
    {
        var alice = await _fixture.KeyAsync("alice", KeyRole.Writer);

        using var signer = await Signers().OpenAsync("alice", CancellationToken.None);

        Assert.Equal(alice.Id, signer.PublicKey.KeyId);
    }

    private KmsSigners Signers() => new(
        new LocalSigners(_fixture.Keys, Trust, TimeProvider.System),
        new KmsConnection
        {
            Region = "eu-central-1",
            Endpoint = _server.Endpoint,
            Credentials = new S3Credentials("access", "secret"),
        },
        Trust,
        new VaultBudget { Attempts = 2, FirstPause = TimeSpan.FromMilliseconds(10), Call = TimeSpan.FromSeconds(10) },
        TimeProvider.System);

    /// <summary>What of AWS KMS is needed: JSON 1.1 over HTTP, and ECDSA.</summary>
    private sealed class Server : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        private readonly ECDsa _another = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        public Server()
        {
            using (var free = new TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
            }

            _listener.Prefixes.Add(Endpoint.ToString());
            _listener.Start();
            _ = ServeAsync();
        }

        public Uri Endpoint { get; }

        public P256PublicKey PublicKey =>
            P256PublicKey.FromSpki(_key.ExportSubjectPublicKeyInfo());

        public List<JsonElement> Signed { get; } = [];

        public bool SignsWithAnother { get; set; }

        public (int Status, string Code)? Answer { get; set; }

        public int Times { get; set; } = int.MaxValue;

        public void Dispose()
        {
            if (_listener.IsListening)
            {
                _listener.Stop();
            }
        }

        private async Task ServeAsync()
        {
            while (_listener.IsListening)
            {
                try
                {
                    await AnswerAsync(await _listener.GetContextAsync());
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
            }
        }

        private async Task AnswerAsync(HttpListenerContext context)
        {
            var request = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.InputStream);
            object answer;
            if (Answer is var (status, code) && Times-- > 0)
            {
                context.Response.StatusCode = status;
                answer = new { __type = code, message = "the test says so" };
            }
            else if (context.Request.Headers["X-Amz-Target"] == "TrentService.GetPublicKey")
            {
                answer = new
                {
                    KeyId = "arn:aws:kms:eu-central-1:111122223333:key/evidence",
                    KeySpec = "ECC_NIST_P256",
                    KeyUsage = "SIGN_VERIFY",
                    PublicKey = Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo()),
                    SigningAlgorithms = (string[])["ECDSA_SHA_256"],
                };
            }
            else
            {
                Signed.Add(request);
                var signature = (SignsWithAnother ? _another : _key).SignHash(
                    request.GetProperty("Message").GetBytesFromBase64(), DSASignatureFormat.Rfc3279DerSequence);
                answer = new
                {
                    KeyId = "k",
                    Signature = Convert.ToBase64String(signature),
                    SigningAlgorithm = "ECDSA_SHA_256",
                };
            }

            context.Response.ContentType = "application/x-amz-json-1.1";
            await JsonSerializer.SerializeAsync(context.Response.OutputStream, answer);
            context.Response.Close();
        }
    }
}
