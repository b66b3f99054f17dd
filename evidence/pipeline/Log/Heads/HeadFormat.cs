using Evidence.Ledger;

namespace Evidence.Pipeline.Log.Heads;

/// <summary>Reads heads, and says whose they are when they are none.</summary>
internal static class HeadFormat
{
    public static LedgerHead Read(ReadOnlySpan<byte> utf8, string where)
    {
        try
        {
            return LedgerHead.Parse(utf8);
        }
        catch (LedgerException e)
        {
            throw new EvidenceException(
                EvidenceFault.Contradiction,
                $"What stands in place of the ledger's head, {where}, is none: {e.Message} Nothing was changed. Find "
                + "out who replaced it, and put the head back.",
                e);
        }
    }
}
