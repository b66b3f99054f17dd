using System.CommandLine;

namespace Strata.Cli.Frame;

/// <summary>A verb of the command line. Failures become a sentence on standard error and an exit code, here for all.</summary>
internal abstract class Verb : Command
{
    protected Verb(App app, string name, string description)
        : base(name, description)
    {
        App = app;
        Declare();
        SetAction(RunGuardedAsync);
    }

    /// <summary>Command lines that work, shown by <c>--help</c>: what to type, and what it does.</summary>
    public virtual IReadOnlyList<Example> Examples => [];

    protected App App { get; }

    protected Screen Screen => App.Screen;

    /// <summary>Adds the verb's options and arguments; field initialisers have run, the derived constructor has not.</summary>
    protected abstract void Declare();

    protected abstract Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken);

    private async Task<int> RunGuardedAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(parsed, cancellationToken);
        }
#pragma warning disable CA1031 // The last frame before the user: every exception must become a sentence and an exit code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var failure = Failure.Of(exception);
            Screen.Error(failure.Sentence);
            if (App.Trace)
            {
                Screen.Note(exception.ToString());
            }

            return failure.ExitCode;
        }
    }
}
