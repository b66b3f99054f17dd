using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

namespace Strata.Cli.Frame;

/// <summary>
/// What the user sees. Results go to standard output; progress and prose go to standard error, so that a pipe receives
/// results only. Colours appear on a terminal only, and never when NO_COLOR is set.
/// </summary>
internal sealed class Screen
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private readonly TextWriter _output;
    private readonly TextWriter _error;

    public Screen(TextWriter output, TextWriter error, bool outputIsTerminal, bool errorIsTerminal, bool colour)
    {
        _output = output;
        _error = error;
        Out = Console(output, outputIsTerminal, colour);
        Err = Console(error, errorIsTerminal, colour);
        ErrorIsTerminal = errorIsTerminal;
    }

    /// <summary>Standard output, for tables and trees. Never write markup that holds foreign text without escaping it.</summary>
    public IAnsiConsole Out { get; }

    /// <summary>Standard error, for progress.</summary>
    public IAnsiConsole Err { get; }

    public bool ErrorIsTerminal { get; }

    /// <summary>Writes the one document of a <c>--json</c> run.</summary>
    public void WriteJson<T>(T document) => _output.WriteLine(JsonSerializer.Serialize(document, _json));

    /// <summary>Writes a document that is text already, with its own line ends.</summary>
    public void Write(string document) => _output.Write(document);

    /// <summary>Writes a line of the result.</summary>
    public void WriteLine(string line) => _output.WriteLine(line);

    /// <summary>Writes a line of prose or progress.</summary>
    public void Note(string line) => Err.WriteLine(line);

    /// <summary>Writes over the terminal's last line of progress; an empty text takes it away. For terminals only.</summary>
    public void Overwrite(string progress)
    {
        _error.Write($"\r\u001b[2K{progress}");
        _error.Flush();
    }

    public void Success(string line) => Err.MarkupLineInterpolated($"[green]✓[/] {line}");

    public void Warn(string line) => Err.MarkupLineInterpolated($"[yellow]![/] {line}");

    public void Error(string sentence) => Err.MarkupLineInterpolated($"[red]error:[/] {sentence}");

    private static IAnsiConsole Console(TextWriter writer, bool terminal, bool colour)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal && colour ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal && colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!terminal)
        {
            console.Profile.Width = int.MaxValue; // A pipe has no width: never wrap or cut what a program will read.
        }

        return console;
    }
}
