using System.Text;
using Evidence.Ledger;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Notes;
using Evidence.Ledger.Proofs;
using Evidence.Ledger.Tiles;
using Evidence.Tests.Ledger.Notes;
using Evidence.Tests.Ledger.Tiles;
using Evidence.Tests.Ledger.Tree;

namespace Evidence.Tests.Ledger.Proofs;

public sealed class TlogProofTests
{
    private const string Hash = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private const string Note = $"example.com/log\n2\n{Hash}\n\n— example.com/log AAAAAAA=\n";

    [Fact]
    public async Task A_proof_verifies_from_its_file_alone()
    {
        using var pair = P256KeyPair.Generate();
        var log = MemoryLog.Of(700);
        var key = NoteKey.Of(log.Checkpoint.Origin, pair.PublicKey);
        var note = await log.Checkpoint.SignAsync(pair, default);
        var tree = await VerifiedTree.OpenAsync(log, log.Checkpoint, default);
        foreach (var index in new[] { 0, 255, 256, 511, 699 })
        {
            var inclusion = await tree.ProveInclusionAsync(index, 700, default);
            var file = new TlogProof(index, inclusion.Path, note, "extra"u8.ToArray()).ToUtf8();

            var proof = TlogProof.Parse(file);

            Assert.Equal(log.Checkpoint, proof.Verify(NaiveTree.Entry(index), key));
            Assert.Equal("extra"u8, proof.Extra.Span);
            Assert.Equal(file, proof.ToUtf8());
            Assert.Throws<LedgerVerificationException>(() => proof.Verify(NaiveTree.Entry(index + 1), key));
            Assert.Throws<LedgerVerificationException>(
                () => (proof with { Index = index + 1 }).Verify(NaiveTree.Entry(index), key));
            Assert.Throws<LedgerVerificationException>(
                () => proof.Verify(NaiveTree.Entry(index), NoteKey.Parse(PublishedNotes.RekorKey)));
        }
    }

    [Fact]
    public void The_form_is_that_of_the_specification()
    {
        var hash = Sha256Hash.Of([]);
        var proof = new TlogProof(7, [hash, hash], SignedNote.Parse(Encoding.UTF8.GetBytes(Note)));

        Assert.Equal(
            $"c2sp.org/tlog-proof@v1\nindex 7\n{Hash}\n{Hash}\n\n{Note}", Encoding.UTF8.GetString(proof.ToUtf8()));
        Assert.Equal(
            $"c2sp.org/tlog-proof@v1\nextra AQI=\nindex 0\n\n{Note}",
            Encoding.UTF8.GetString((proof with { Index = 0, Path = [], Extra = new byte[] { 1, 2 } }).ToUtf8()));
        Assert.Equal(".tlog-proof", TlogProof.FileExtension);
    }

    [Theory]
    [InlineData("", "line 1 must be \"c2sp.org/tlog-proof@v1\"")]
    [InlineData("c2sp.org/tlog-proof@v2\n", "line 1")]
    [InlineData("c2sp.org/tlog-proof@v1\n", "line 2 must be \"index\" and a decimal number")]
    [InlineData("c2sp.org/tlog-proof@v1\n\n\n" + Note, "line 2")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 01\n\n" + Note, "line 2")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex -5\n\n" + Note, "line 2")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra !!\nindex 0\n\n" + Note, "line 2 must be \"extra\"")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra \nindex 0\n\n" + Note, "line 2 must be \"extra\"")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra AQI=\nextra AQI=\nindex 0\n\n" + Note, "line 3")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n" + Note, "line 3 must be one of at most 63 hashes")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\n" + Hash, "line 3 must be a hash, or the empty line")]
    public void Anything_else_is_refused_by_line(string text, string expected)
    {
        var e = Assert.Throws<LedgerFormatException>(() => TlogProof.Parse(Encoding.UTF8.GetBytes(text)));

        Assert.StartsWith($"Cannot read the log proof: {expected}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_proof_is_refused()
    {
        var hashes = string.Concat(Enumerable.Repeat($"{Hash}\n", 64));

        Assert.Throws<LedgerFormatException>(() => TlogProof.Parse(
            Encoding.UTF8.GetBytes($"c2sp.org/tlog-proof@v1\nindex 0\n{hashes}\n{Note}")));
        Assert.Throws<LedgerFormatException>(() => TlogProof.Parse(new byte[TlogProof.MaximumLength + 1]));
        Assert.Throws<LedgerFormatException>(() => TlogProof.Parse(
            Encoding.UTF8.GetBytes("c2sp.org/tlog-proof@v1\nindex 0\n\nno note\n")));
    }
}
