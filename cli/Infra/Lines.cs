using Spectre.Console;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary>Writes lines of a result; in a rehearsal every one of them says so.</summary>
internal sealed class Lines(Screen screen, bool rehearsal)
{
    public const string Rehearsal = "REHEARSAL ";

    /// <summary>Writes a line with a part of it coloured, on a terminal.</summary>
    public void Write(string colour, string marked, string rest) =>
        screen.Out.MarkupLine($"{Start}[{colour}]{Markup.Escape(marked)}[/]{Markup.Escape(rest)}");

    public void Write(string line) => screen.WriteLine(Start + line);

    public void Note(string line) => screen.Note(Start + line);

    private string Start => rehearsal ? Rehearsal : "";
}
