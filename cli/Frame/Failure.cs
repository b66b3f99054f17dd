using Evidence.Pipeline;
using Infra.Automation.Engines;
using Infra.Automation.Local;
using Infra.Automation.Rendering;
using Infra.Automation.State;
using Infra.Automation.State.Checks;
using Infra.Stacks.Environments;
using Infra.Stacks.Layers;
using Infra.Stacks.Policies;
using Strata.Cli.Evidence;

namespace Strata.Cli.Frame;

/// <summary>A failure as the user meets it: one sentence and an exit code.</summary>
internal sealed record Failure(int ExitCode, string Sentence)
{
    /// <summary>The one place where exceptions become exit codes.</summary>
    public static Failure Of(Exception exception) => exception switch
    {
        UsageException => new(ExitCodes.BadInput, exception.Message),
        EvidenceException evidence => new(EvidenceExitCodes.Of(evidence.Fault), evidence.Message),
        LocalServicesException local => new(CodeOf(local.Kind), local.Message),
        EnvironmentFileException or SuppressionFileException or UnknownLayerException or RenderingException
            or CannotApplyException or GraphFileException or StateCheckException =>
            new(ExitCodes.BadInput, exception.Message),
        RefusedException => new(ExitCodes.Finding, exception.Message),
        StoreUnreachableException or StepFailedException or StateLockedException =>
            new(ExitCodes.Unreachable, exception.Message),
        StateContradictionException => new(ExitCodes.Contradiction, exception.Message),
        OperationCanceledException => new(ExitCodes.Interrupted, "Interrupted before the work was finished."),
        _ => new(
            ExitCodes.Defect,
            $"This is a defect in strata: {exception.GetType().Name}: {exception.Message} "
            + "Please report it with the output of the same command run with STRATA_TRACE=1."),
    };

    private static int CodeOf(LocalFailure kind) => kind switch
    {
        LocalFailure.BadInput => ExitCodes.BadInput,
        LocalFailure.Unreachable => ExitCodes.Unreachable,
        LocalFailure.Contradiction => ExitCodes.Contradiction,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown kind of failure."),
    };
}
