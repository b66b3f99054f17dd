using System.Text.RegularExpressions;

namespace Infra.Automation.Rendering;

/// <summary>
/// Turns the failure of a program into a sentence. The SDK reports it as a text with a trace in it, not as an
/// exception.
/// </summary>
internal static partial class ProgramFailure
{
    public static string Sentence(Exception exception)
    {
        var text = exception is AggregateException { InnerExceptions: [var first, ..] }
            ? first.Message
            : exception.Message;
        if (Header().Match(text) is { Success: true } header)
        {
            text = text[(header.Index + header.Length)..];
        }

        var trace = text.IndexOf("\n   at ", StringComparison.Ordinal);
        text = trace < 0 ? text : text[..trace];
        var cause = text.LastIndexOf(" ---> ", StringComparison.Ordinal);
        text = cause < 0 ? text : text[(cause + " ---> ".Length)..];
        text = ExceptionType().Replace(text.Trim(), "");
        return text.EndsWith('.') ? text : $"{text}.";
    }

    [GeneratedRegex(@"\ARunning program '[^']*' failed with an unhandled exception:\s*")]
    private static partial Regex Header();

    [GeneratedRegex(@"\A[A-Za-z_][\w.+`]*Exception(\s*\([^)]*\))?:\s*")]
    private static partial Regex ExceptionType();
}
