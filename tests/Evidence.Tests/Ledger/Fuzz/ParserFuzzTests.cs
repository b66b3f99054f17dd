using System.Diagnostics;
using System.Text;
using Evidence.Ledger;
using Evidence.Ledger.Dsse;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Notes;
using Evidence.Ledger.Proofs;
using Evidence.Ledger.Statements;
using Evidence.Ledger.Tiles;
using Evidence.Tests.Ledger.Notes;
using Xunit.Abstractions;

namespace Evidence.Tests.Ledger.Fuzz;

/// <summary>
/// More than a million mutated inputs, the same in every run: each gives a value or a
/// <see cref="LedgerFormatException"/>, within an amount of memory that its length bounds and at once.
/// </summary>
public sealed class ParserFuzzTests(ITestOutputHelper output)
{
    private const int InputsPerChunk = 1000;

    // Measured: an exception with its trace takes about 10 KiB, an envelope about eight times its length.
    private const int FixedAllocation = 32 * 1024;
    private const int AllocationPerByte = 32;

    // Every input takes microseconds; a busy machine may stop a thread for long, but not for this long.
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    private static readonly byte[] Spki =
        NoteKey.Parse(PublishedNotes.RekorKey).Ecdsa?.Spki.ToArray() ?? throw new InvalidOperationException("No key.");

    private static readonly P256PublicKey DerKey = P256PublicKey.FromSpki(Spki);
    private static readonly P256PublicKey RawKey = P256PublicKey.FromSpki(Spki, SignatureEncoding.Raw);
    private static readonly SignedNote Rekor = SignedNote.Parse(Utf8(PublishedNotes.RekorNote));

    private static readonly Dictionary<string, FuzzTarget> Targets = new()
    {
        ["DSSE envelope"] = new(150_000, [Envelope(""), Envelope("{}"), Envelope(StatementText)], ReadEnvelope),
        ["in-toto statement"] = new(150_000, [Utf8(StatementText)], ReadStatement),
        ["signed note"] = new(
            150_000, [Utf8(PublishedNotes.RekorNote), Utf8(PublishedNotes.ExampleNote)], ReadNote),
        ["checkpoint"] = new(150_000, [Utf8(Rekor.Text), Utf8(Rekor.Text + "extension\n")], ReadCheckpoint),
        ["log proof"] = new(150_000, [Proof([]), Proof([1, 2, 3])], ReadProof),
        ["entry bundle"] = new(
            150_000, [[0, 1, 7, 0, 0, 0, 2, 8, 9], [1, 0, .. new byte[256], 0, 0, 0, 1, 5]], ReadBundle),
        ["tile path"] = new(
            100_000, [Utf8("tile/0/x001/x234/067"), Utf8("tile/entries/000.p/17"), Utf8("tile/63/999")], ReadPath),
        ["note key"] = new(
            50_000, [Utf8(PublishedNotes.RekorKey), Utf8(PublishedNotes.ExampleKey)], ReadNoteKey),
        ["digest and time"] = new(
            50_000, [Utf8(Sha256Hash.Of([]).ToString()), Utf8("2026-01-31T23:59:59.1234567Z")], ReadText),
        ["public key"] = new(10_000, [Spki, Utf8(P256PublicKey.FromSpki(Spki).ToPem())], ReadPublicKey),
        ["signature"] = new(10_000, [Rekor.Signatures[0].Signature.ToArray()], ReadSignature),
    };

    public static TheoryData<string> Names => [.. Targets.Keys];

    private static string StatementText =>
        """{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"n","digest":{"sha256":"""
        + $"\"{Sha256Hash.Of([])}\""
        + """}}],"predicateType":"https://example.com/p/v1","predicate":{"a":[1,"\u00e9",null],"b":{"c":true}}}""";

    [Fact]
    public void A_million_inputs_are_tried() => Assert.True(Targets.Values.Sum(target => target.Inputs) >= 1_000_000);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mutated_input_gives_a_value_or_a_format_exception(string name)
    {
        var target = Targets[name];
        long accepted = 0, mostAllocated = 0, longest = 0;
        Assert.All(target.Seeds, seed => target.Parse(seed));

        var clock = Stopwatch.StartNew();
        Parallel.For(0, target.Inputs / InputsPerChunk, chunk =>
        {
            var mutator = new Mutator(new Random(chunk), target.Seeds);
            for (var i = 0; i < InputsPerChunk; i++)
            {
                var input = mutator.Next();
                var began = Stopwatch.GetTimestamp();
                var before = GC.GetAllocatedBytesForCurrentThread();
                var isValue = IsValue(target, input);
                var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                var took = Stopwatch.GetElapsedTime(began);

                if (allocated > FixedAllocation + ((long)AllocationPerByte * input.Length) || took > Hang)
                {
                    Assert.Fail($"{allocated} bytes allocated in {took} for {Convert.ToHexString(input.Span)}");
                }

                Interlocked.Add(ref accepted, isValue ? 1 : 0);
                InterlockedMaximum(ref mostAllocated, allocated);
                InterlockedMaximum(ref longest, took.Ticks);
            }
        });

        output.WriteLine(
            $"{name}: {target.Inputs} inputs, {accepted} values, {clock.Elapsed.TotalSeconds:F1} s, "
            + $"at most {mostAllocated} bytes and {new TimeSpan(longest).TotalMilliseconds:F1} ms for one");
        Assert.InRange(accepted, 1, target.Inputs - 1);
    }

    private static bool IsValue(FuzzTarget target, ReadOnlyMemory<byte> input)
    {
        try
        {
            target.Parse(input);
            return true;
        }
        catch (LedgerFormatException e) when (e.Message.EndsWith('.'))
        {
            return false;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Not refused but broken by {Convert.ToHexString(input.Span)}.", e);
        }
    }

    private static void ReadEnvelope(ReadOnlyMemory<byte> input)
    {
        var json = DsseEnvelope.Parse(input).ToUtf8Json();
        Assert.True(json.AsSpan().SequenceEqual(DsseEnvelope.Parse(json).ToUtf8Json()));
    }

    private static void ReadStatement(ReadOnlyMemory<byte> input)
    {
        var json = Statement.Parse(input).ToUtf8Json();
        Assert.True(json.AsSpan().SequenceEqual(Statement.Parse(json).ToUtf8Json()));
    }

    private static void ReadNote(ReadOnlyMemory<byte> input) =>
        Assert.True(SignedNote.Parse(input.Span).ToUtf8().AsSpan().SequenceEqual(input.Span));

    private static void ReadCheckpoint(ReadOnlyMemory<byte> input)
    {
        var text = Encoding.UTF8.GetString(input.Span);
        Assert.Equal(text, Checkpoint.Parse(text).ToText());
    }

    private static void ReadProof(ReadOnlyMemory<byte> input) =>
        Assert.True(TlogProof.Parse(input.Span).ToUtf8().AsSpan().SequenceEqual(input.Span));

    private static void ReadBundle(ReadOnlyMemory<byte> input)
    {
        foreach (var entry in EntryBundle.Read(input.Span, 3))
        {
            Assert.True(entry.Length <= input.Length);
        }
    }

    private static void ReadPath(ReadOnlyMemory<byte> input)
    {
        var path = Encoding.UTF8.GetString(input.Span);
        if (TileId.TryParse(path, out var tile))
        {
            Assert.Equal(path, tile.Path);
        }
        else if (EntryBundleId.TryParse(path, out var bundle))
        {
            Assert.Equal(path, bundle.Path);
        }
        else
        {
            throw new LedgerFormatException("Neither a tile nor a bundle.");
        }
    }

    private static void ReadNoteKey(ReadOnlyMemory<byte> input)
    {
        var text = Encoding.UTF8.GetString(input.Span);
        Assert.Equal(text, NoteKey.Parse(text).ToString());
    }

    private static void ReadText(ReadOnlyMemory<byte> input)
    {
        var text = Encoding.UTF8.GetString(input.Span);
        Assert.Equal(text, text.Contains(':', StringComparison.Ordinal)
            ? UtcTimestamp.ToText(UtcTimestamp.Parse(text))
            : Sha256Hash.Parse(text).ToString());
    }

    private static void ReadPublicKey(ReadOnlyMemory<byte> input)
    {
        var key = input.Span.StartsWith("-"u8)
            ? P256PublicKey.FromPem(Encoding.UTF8.GetString(input.Span))
            : P256PublicKey.FromSpki(input.Span);
        Assert.Equal(Sha256Hash.Of(key.Spki.Span).ToString(), key.KeyId);
    }

    private static void ReadSignature(ReadOnlyMemory<byte> input)
    {
        Assert.False(RawKey.Verify(Utf8(Rekor.Text), input.Span));
        if (!DerKey.Verify(Utf8(Rekor.Text), input.Span))
        {
            throw new LedgerFormatException("Not a signature.");
        }

        Assert.True(input.Span.SequenceEqual(Rekor.Signatures[0].Signature.Span));
    }

    private static byte[] Envelope(string payload) => new DsseEnvelope(
        Statement.PayloadType,
        Utf8(payload),
        [new DsseSignature(new byte[70], "a"), new DsseSignature(new byte[7], null)]).ToUtf8Json();

    private static byte[] Proof(byte[] extra) =>
        new TlogProof(7, [Sha256Hash.Of([]), Sha256Hash.Of([1])], Rekor, extra).ToUtf8();

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static void InterlockedMaximum(ref long maximum, long value)
    {
        for (var seen = Volatile.Read(ref maximum); value > seen;)
        {
            seen = Interlocked.CompareExchange(ref maximum, value, seen);
        }
    }
}
