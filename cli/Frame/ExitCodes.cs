namespace Strata.Cli.Frame;

/// <summary>What a run of <c>strata</c> tells its caller. The same for every verb.</summary>
internal static class ExitCodes
{
    /// <summary>Done as asked.</summary>
    public const int Done = 0;

    /// <summary>A finding: a policy, a gate, a verification or a target that was missed, or a refusal to lose evidence.</summary>
    public const int Finding = 1;

    /// <summary>Wrong usage or bad input. Nothing was changed.</summary>
    public const int BadInput = 2;

    /// <summary>Something that is needed could not be reached, or refused to serve us.</summary>
    public const int Unreachable = 3;

    /// <summary>The state on disk or in the store contradicts itself. Nothing was changed.</summary>
    public const int Contradiction = 4;

    /// <summary>A defect in strata itself (EX_SOFTWARE of sysexits.h).</summary>
    public const int Defect = 70;

    /// <summary>Interrupted by the user (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
