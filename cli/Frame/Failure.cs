namespace Strata.Cli.Frame;

/// <summary>A failure as the user meets it: one sentence and an exit code.</summary>
internal sealed record Failure(int ExitCode, string Sentence)
{
    /// <summary>The one place where exceptions become exit codes.</summary>
    public static Failure Of(Exception exception) => exception switch
    {
        UsageException => new(ExitCodes.BadInput, exception.Message),
        OperationCanceledException => new(ExitCodes.Interrupted, "Interrupted before the work was finished."),
        _ => new(
            ExitCodes.Defect,
            $"This is a defect in strata: {exception.GetType().Name}: {exception.Message} "
            + "Please report it with the output of the same command run with STRATA_TRACE=1."),
    };
}
