using Evidence.Pipeline;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence;

/// <summary>What the faults of the evidence pipeline mean to a caller of the command.</summary>
internal static class EvidenceExitCodes
{
    public static int Of(EvidenceFault fault) => fault switch
    {
        EvidenceFault.BadInput or EvidenceFault.NotFound => ExitCodes.BadInput,
        EvidenceFault.Unreachable or EvidenceFault.TimedOut or EvidenceFault.Refused or EvidenceFault.Full
            or EvidenceFault.NoObjectLock => ExitCodes.Unreachable,
        EvidenceFault.NotLocked or EvidenceFault.Integrity or EvidenceFault.Contradiction => ExitCodes.Contradiction,
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Unknown fault."),
    };
}
