namespace Evidence.Ledger.Notes;

/// <summary>One signature line of a note, of whatever type.</summary>
/// <param name="Name">Name of the key.</param>
/// <param name="KeyId">Four bytes that tell apart keys of one name. An identifier, not a strong hash.</param>
/// <param name="Signature">The signature as the key's type writes it.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Signature);
