using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Infra.Components.Telemetry.Pods;

/// <summary>What stands for a configuration in a pod's annotations.</summary>
internal static class ConfigurationHash
{
    /// <summary>The hash of a text, in which some words do not count.</summary>
    public static string Of(string text, IEnumerable<string> words) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(words.OrderByDescending(word => word.Length).Aggregate(text, Without))));

    private static string Without(string text, string word) =>
        Regex.Replace(text, $"(?<![A-Za-z0-9]){Regex.Escape(word)}(?![A-Za-z0-9])", "");
}
