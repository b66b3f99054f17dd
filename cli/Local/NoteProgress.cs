using Strata.Cli.Frame;

namespace Strata.Cli.Local;

/// <summary>Shows each step as a line of prose, at once and in order.</summary>
internal sealed class NoteProgress(Screen screen) : IProgress<string>
{
    public void Report(string value) => screen.Note(value);
}
