namespace Evidence.Ledger.Statements;

/// <summary>What a statement is about. Matched by its digest alone; the rest is for people.</summary>
/// <param name="Sha256">Digest of the subject's bytes.</param>
/// <param name="Name">Name by which the statement's own fields refer to it, or null.</param>
/// <param name="Uri">Where it is or what identifies it, or null.</param>
/// <param name="MediaType">Media type of its bytes, or null.</param>
public sealed record Subject(Sha256Hash Sha256, string? Name = null, string? Uri = null, string? MediaType = null);
