using Evidence.Ledger;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Notes;
using Evidence.Ledger.Tree;

namespace Evidence.Tests.Ledger.Notes;

public sealed class CheckpointTests
{
    private const string EmptyRoot = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    [Fact]
    public void A_checkpoint_is_three_lines()
    {
        var checkpoint = new Checkpoint("example.com/log", 0, TreeHash.Empty);

        Assert.Equal($"example.com/log\n0\n{EmptyRoot}\n", checkpoint.ToText());
        Assert.Equal(checkpoint, Checkpoint.Parse(checkpoint.ToText()));
    }

    [Fact]
    public void Further_lines_are_kept()
    {
        var text = $"o\n9223372036854775807\n{EmptyRoot}\none\ntwo\n";

        var checkpoint = Checkpoint.Parse(text);

        Assert.Equal(long.MaxValue, checkpoint.Size);
        Assert.Equal(["one", "two"], checkpoint.Extensions);
        Assert.Equal(text, checkpoint.ToText());
    }

    [Theory]
    [InlineData("", "line 1 must be the log's origin")]
    [InlineData("\n0\n" + EmptyRoot + "\n", "line 1 must be the log's origin, found \"\"")]
    [InlineData("o\n", "line 2")]
    [InlineData("o\n00\n" + EmptyRoot + "\n", "line 2 must be the tree's size in decimal digits, found \"00\"")]
    [InlineData("o\n1\0\n" + EmptyRoot + "\n", "line 2")]
    [InlineData("o\n-1\n" + EmptyRoot + "\n", "line 2")]
    [InlineData("o\n+1\n" + EmptyRoot + "\n", "line 2")]
    [InlineData("o\n1 \n" + EmptyRoot + "\n", "line 2")]
    [InlineData("o\n9223372036854775808\n" + EmptyRoot + "\n", "line 2")]
    [InlineData("o\n0\n" + EmptyRoot, "line 3")]
    [InlineData("o\n0\n" + EmptyRoot + " \n", "line 3 must be the tree's root as base64 of 32 bytes")]
    [InlineData("o\n0\nAAAA\n", "line 3")]
    [InlineData("o\n0\n" + EmptyRoot + "\n\n", "line 4")]
    [InlineData("o\n0\n" + EmptyRoot + "\nx", "line 4")]
    public void Anything_else_is_refused_by_line(string text, string expected)
    {
        var e = Assert.Throws<LedgerFormatException>(() => Checkpoint.Parse(text));

        Assert.StartsWith($"Cannot read the checkpoint: {expected}", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("")]
    public void An_origin_that_is_not_one_line_is_not_written(string origin) =>
        Assert.Throws<LedgerFormatException>(() => new Checkpoint(origin, 0, TreeHash.Empty).ToText());

    [Fact]
    public async Task Only_a_key_named_as_the_log_signs_for_it()
    {
        using var log = P256KeyPair.Generate();
        using var other = P256KeyPair.Generate();
        NoteKey[] trusted = [NoteKey.Of("example.com/log", log.PublicKey), NoteKey.Of("other", other.PublicKey)];
        var checkpoint = new Checkpoint("example.com/log", 0, TreeHash.Empty);

        var note = await checkpoint.SignAsync(log, default);
        var byOther = await SignedNote.SignAsync(note.Text, "other", other, default);

        Assert.Equal(checkpoint, Checkpoint.Open(SignedNote.Parse(note.ToUtf8()), trusted));
        Assert.Equal(checkpoint, Checkpoint.Open(
            note with { Signatures = [.. byOther.Signatures, .. note.Signatures] }, trusted));
        var e = Assert.Throws<LedgerVerificationException>(() => Checkpoint.Open(byOther, trusted));
        Assert.Contains("is signed by \"other\"", e.Message, StringComparison.Ordinal);
    }
}
