using System.Text.Json;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Sources;

namespace Evidence.Pipeline;

/// <summary>Something to keep as evidence.</summary>
public sealed record EvidenceItem
{
    /// <summary>Longest name, in UTF-16 characters. A path may be longer; a file's own name never is.</summary>
    public const int LongestName = 1024;

    /// <summary>Name by which people will know it, in any script. Not empty; need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>The bytes.</summary>
    public required IPayloadSource Source { get; init; }

    /// <summary>Kind, from the catalogue.</summary>
    public required string Kind { get; init; }

    /// <summary>Ids of the controls it is evidence for, from the catalogue; at least one.</summary>
    public required IReadOnlyList<string> Controls { get; init; }

    /// <summary>Retention class, or null for the environment's own.</summary>
    public string? Retention { get; init; }

    /// <summary>Whether to put a legal hold on it. Default false.</summary>
    public bool Hold { get; init; }

    /// <summary>What came out of it, such as of a test run, or null of what has no outcome.</summary>
    public RecordOutcome? Outcome { get; init; }

    /// <summary>
    /// What the record states besides its payload, or null. Needed for the kinds that state a fact, and refused for all
    /// others.
    /// </summary>
    public JsonElement? Fact { get; init; }

    /// <summary>Media type of the bytes. Default <c>application/octet-stream</c>.</summary>
    public string MediaType { get; init; } = "application/octet-stream";

    /// <summary>
    /// A file on this machine. Its name is the path as given if that is relative, so that the files of a folder stay
    /// apart, and else the file's own: nobody's folders are anybody's evidence.
    /// </summary>
    /// <exception cref="EvidenceException">It is missing, a directory, empty, or cannot be read.</exception>
    public static EvidenceItem FromFile(string path, string kind, IReadOnlyList<string> controls)
    {
        var source = FileSource.Of(path);
        var shown = path.Replace('\\', '/');
        while (shown.StartsWith("./", StringComparison.Ordinal))
        {
            shown = shown[2..];
        }

        var own = System.IO.Path.IsPathRooted(path) || shown.Split('/').Contains("..") || shown.Length > LongestName;
        return new EvidenceItem
        {
            Name = own ? System.IO.Path.GetFileName(path) : shown,
            Source = source,
            Kind = kind,
            Controls = controls,
            MediaType = MediaTypes.Of(path),
        };
    }

    /// <summary>A fact that a record states. The fact is its payload, too: nothing else is to be kept of it.</summary>
    internal static EvidenceItem FromFact(
        string name, string kind, JsonElement fact, IReadOnlyList<string> controls) =>
        FromBytes(name, JsonSerializer.SerializeToUtf8Bytes(fact), "application/json", kind, controls) with
        {
            Fact = fact,
        };

    /// <summary>Bytes in memory, such as the record of a deployment.</summary>
    public static EvidenceItem FromBytes(
        string name, ReadOnlyMemory<byte> bytes, string mediaType, string kind, IReadOnlyList<string> controls) => new()
        {
            Name = name,
            Source = new BytesSource($"\"{name}\"", bytes),
            Kind = kind,
            Controls = controls,
            MediaType = mediaType,
        };
}
