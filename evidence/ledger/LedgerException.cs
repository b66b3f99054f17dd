namespace Evidence.Ledger;

/// <summary>What this library could not accept, as a sentence. Base of all its exceptions.</summary>
public abstract class LedgerException(string message, Exception? inner = null) : Exception(message, inner);
