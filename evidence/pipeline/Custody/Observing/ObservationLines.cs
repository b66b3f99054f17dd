using System.Runtime.CompilerServices;
using System.Text.Json;
using Evidence.Ledger;

namespace Evidence.Pipeline.Custody.Observing;

/// <summary>The payload of an observation: a line of JSON for each version, then one for each finding.</summary>
public static class ObservationLines
{
    // A key has at most 1,024 bytes; a reason names it a few times.
    private const int LongestLine = 64 * 1024;

    private static ReadOnlySpan<char> FindingPrefix => "{\"finding\":";

    /// <summary>The versions of an observation, one at a time; findings are passed over.</summary>
    /// <exception cref="LedgerFormatException">A line is anything else.</exception>
    public static async IAsyncEnumerable<ObservedVersion> ReadVersionsAsync(
        Stream lines, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(lines, leaveOpen: true);
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!line.AsSpan().StartsWith(FindingPrefix, StringComparison.Ordinal))
            {
                yield return Parse(line, number);
            }
        }
    }

    internal static async ValueTask WriteAsync(
        Stream to, ObservedVersion version, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(to, version, FactJson.Default.ObservedVersion, cancellationToken);
        to.WriteByte((byte)'\n');
    }

    internal static async ValueTask WriteAsync(
        Stream to, ObservedFinding finding, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(to, finding, FactJson.Default.ObservedFinding, cancellationToken);
        to.WriteByte((byte)'\n');
    }

    private static ObservedVersion Parse(string line, int number)
    {
        try
        {
            return line.Length <= LongestLine
                && JsonSerializer.Deserialize(line, FactJson.Default.ObservedVersion) is { } version
                    ? version
                    : throw new LedgerFormatException($"Line {number} of the observation is no version.");
        }
        catch (JsonException e)
        {
            throw new LedgerFormatException($"Line {number} of the observation is no version: {e.Message}", e);
        }
    }
}
