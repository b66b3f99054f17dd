using System.Text;
using Evidence.Ledger;
using Evidence.Ledger.Keys;
using Evidence.Ledger.Notes;

namespace Evidence.Tests.Ledger.Notes;

public sealed class SignedNoteTests
{
    [Theory]
    [InlineData(PublishedNotes.RekorNote, PublishedNotes.RekorKey, "Rekor", 798_034)]
    [InlineData(PublishedNotes.PixelNote, PublishedNotes.PixelKey, "DEFAULT", 10)]
    public void Published_notes_verify_and_are_written_back(string text, string key, string origin, long size)
    {
        var note = Parse(text);

        var signer = Assert.Single(note.Verify(NoteKey.Parse(key)));

        Assert.Equal(key, signer.ToString());
        Assert.Equal((origin, size), (Checkpoint.Parse(note.Text).Origin, Checkpoint.Parse(note.Text).Size));
        Assert.Equal(text, Encoding.UTF8.GetString(note.ToUtf8()));
    }

    [Fact]
    public void Signatures_of_unknown_types_are_read_and_written_back_but_never_counted()
    {
        var note = Parse(PublishedNotes.ExampleNote);

        Assert.Equal(("example.com/foo", 0x530d903au), (note.Signatures[0].Name, note.Signatures[0].KeyId));
        Assert.Equal(64, note.Signatures[0].Signature.Length);
        Assert.Equal(PublishedNotes.ExampleNote, Encoding.UTF8.GetString(note.ToUtf8()));
        Assert.Throws<LedgerVerificationException>(() => note.Verify(NoteKey.Parse(PublishedNotes.RekorKey)));
        var e = Assert.Throws<ArgumentException>(() => note.Verify(NoteKey.Parse(PublishedNotes.ExampleKey)));
        Assert.Contains("type 0x01", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_keys_are_ignored_even_under_a_known_name_or_id()
    {
        using var pair = P256KeyPair.Generate();
        using var stranger = P256KeyPair.Generate();
        var known = NoteKey.Of("known", pair.PublicKey);
        var note = await SignedNote.SignAsync("text\n", "known", pair, default);
        NoteSignature[] others =
        [
            new("known", known.Id ^ 1, new byte[] { 1 }),
            new("unknown", known.Id, new byte[] { 1 }),
            (await SignedNote.SignAsync("text\n", "known", stranger, default)).Signatures[0],
        ];

        var read = SignedNote.Parse((note with { Signatures = [.. others, .. note.Signatures] }).ToUtf8());

        Assert.Equal([known], read.Verify(known));
        Assert.Throws<LedgerVerificationException>(() => (note with { Signatures = others }).Verify(known));
    }

    [Fact]
    public async Task One_wrong_signature_of_a_known_key_rejects_the_note()
    {
        using var a = P256KeyPair.Generate();
        using var b = P256KeyPair.Generate();
        NoteKey[] keys = [NoteKey.Of("a", a.PublicKey), NoteKey.Of("b", b.PublicKey)];
        var note = await SignedNote.SignAsync("text\n", "a", a, default);
        var wrong = (await SignedNote.SignAsync("other text\n", "b", b, default)).Signatures[0];

        var e = Assert.Throws<LedgerVerificationException>(
            () => (note with { Signatures = [.. note.Signatures, wrong] }).Verify(keys));

        Assert.Contains($"\"b\" ({keys[1].Id:x8}), and that key did not sign", e.Message, StringComparison.Ordinal);
        Assert.Throws<LedgerVerificationException>(() => (note with { Text = "Text\n" }).Verify(keys));
    }

    [Fact]
    public async Task A_key_that_signs_twice_counts_once_and_two_keys_twice()
    {
        using var a = P256KeyPair.Generate();
        using var b = P256KeyPair.Generate();
        NoteKey[] keys = [NoteKey.Of("n", a.PublicKey), NoteKey.Of("n", b.PublicKey)];
        var byA = (await SignedNote.SignAsync("text\n", "n", a, default)).Signatures[0];
        var byB = (await SignedNote.SignAsync("text\n", "n", b, default)).Signatures[0];

        Assert.Equal([keys[0]], new SignedNote("text\n", [byA, byA]).Verify(keys));
        Assert.Equal([keys[1], keys[0]], new SignedNote("text\n", [byB, byA]).Verify(keys));
    }

    [Fact]
    public void The_last_empty_line_ends_the_text()
    {
        var note = Parse("one\n\ntwo\n\n\n— n AAAAAAA=\n");

        Assert.Equal("one\n\ntwo\n\n", note.Text);
        Assert.Equal("one\n\ntwo\n\n\n— n AAAAAAA=\n", Encoding.UTF8.GetString(note.ToUtf8()));
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(SignedNote.MaximumSignatures, true)]
    [InlineData(SignedNote.MaximumSignatures + 1, false)]
    public void At_least_sixteen_signatures_are_read_and_a_flood_is_not(int count, bool accepted)
    {
        var text = "text\n\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"— n{i} AAAAAAA=\n"));

        Assert.Equal(accepted, Record.Exception(() => Parse(text)) is null);
    }

    [Theory]
    [InlineData("", "end in a newline")]
    [InlineData("text", "end in a newline")]
    [InlineData("text\n", "no empty line")]
    [InlineData("text\n\n", "no signatures")]
    [InlineData("text\r\n\n— n AAAAAAA=\n", "no other control character")]
    [InlineData("te\txt\n\n— n AAAAAAA=\n", "no other control character")]
    [InlineData("text\n\n- n AAAAAAA=\n", "line 3 is not a signature line, found \"- n AAAAAAA=\"")]
    [InlineData("text\n\n— n AAAAAAA=\n—  AAAAAAA=\n", "line 4 is not a signature line")]
    [InlineData("text\n\n— n AAAA\n", "line 3")] // no room for a key id
    [InlineData("text\n\n— n AAAAAA==\n", "line 3")] // no signature after it
    [InlineData("text\n\n— n AAAAAAB=\n", "line 3")] // stray bits
    [InlineData("text\n\n— n  AAAAAAA=\n", "line 3")]
    [InlineData("text\n\n— n AAAAAAA= \n", "line 3")]
    [InlineData("text\n\n— n+m AAAAAAA=\n", "line 3")]
    [InlineData("text\n\n— n\u2003m AAAAAAA=\n", "line 3")]
    public void Anything_else_is_refused_in_a_sentence(string text, string expected)
    {
        var e = Assert.Throws<LedgerFormatException>(() => Parse(text));

        Assert.StartsWith("Cannot read the note: ", e.Message, StringComparison.Ordinal);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_could_not_be_read_is_not_signed()
    {
        using var pair = P256KeyPair.Generate();
        foreach (var text in new[] { "", "no newline", "a\0b\n", "half \ud800 pair\n" })
        {
            Assert.Throws<LedgerFormatException>(
                () => SignedNote.SignAsync(text, "n", pair, default).AsTask().GetAwaiter().GetResult());
        }

        Assert.Throws<LedgerFormatException>(() => SignedNote.Parse([0xff, (byte)'\n']));
        Assert.Throws<LedgerFormatException>(() => SignedNote.Parse(new byte[SignedNote.MaximumLength + 1]));
    }

    private static SignedNote Parse(string text) => SignedNote.Parse(Encoding.UTF8.GetBytes(text));
}
