namespace Evidence.Ledger;

/// <summary>Bytes that are not in the format they claim; the message says what was found and where.</summary>
public sealed class LedgerFormatException(string message, Exception? inner = null) : LedgerException(message, inner);
