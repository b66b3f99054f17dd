namespace Evidence.Ledger;

/// <summary>Well-formed bytes that do not prove what they claim; the message says what was expected.</summary>
public sealed class LedgerVerificationException(string message, Exception? inner = null)
    : LedgerException(message, inner);
