using System.Text.Json;
using Infra.Automation.Json;

namespace Strata.Cli.Infra;

/// <summary>Values as one reads them: short, on one line.</summary>
internal static class ValueText
{
    private const int Longest = 100;

    public static string Of(JsonElement? value)
    {
        if (value is not { } present)
        {
            return "";
        }

        var text = CanonicalJson.Compact(present);
        return text.Length <= Longest ? text : $"{text[..(Longest - 1)]}…";
    }

    /// <summary>The middle of a type token: <c>aws:s3/bucket:Bucket</c> is <c>aws:s3:Bucket</c>.</summary>
    public static string Type(string token) => token.Split(':') is [var package, var module, var name]
        ? $"{package}:{module.Split('/')[0]}:{name}"
        : token;
}
