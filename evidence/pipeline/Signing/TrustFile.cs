using System.Globalization;
using System.Text;
using Evidence.Pipeline.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Evidence.Pipeline.Signing;

/// <summary>
/// What a reviewer believes, in one file of their own: which log, and which keys, whose they are, what each may sign
/// and from which entry to which. Got from the signers, never from the store or from the bundle that it is to verify.
/// </summary>
/// <example>
/// <code>
/// schema: strata.trust/v1
/// origin: strata.dev/ledger/acme-prod-evidence
/// keys:
///   - identity: ci@acme.example
///     roles: [writer, log]
///     publicKey: |
///       -----BEGIN PUBLIC KEY-----
///       …
///       -----END PUBLIC KEY-----
///     validFrom: 0          # index of the first entry that it may sign; 0 without it
///     revokedAt: 4711       # index of the entry that revoked it; nothing after it is believed
///     replacedBy: 3fa9…     # id of the key that took its place
/// </code>
/// </example>
/// <param name="Origin">Name of the log, as its checkpoints bear it.</param>
/// <param name="Keys">The keys.</param>
public sealed record TrustFile(string Origin, TrustedKeys Keys)
{
    /// <summary>The value of <c>schema</c>.</summary>
    public const string Schema = "strata.trust/v1";

    /// <summary>Longest file, in bytes.</summary>
    public const int MaximumLength = 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <exception cref="EvidenceException">
    /// It cannot be read, or is not as it must be; the message names every place.
    /// </exception>
    public static TrustFile Load(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: > MaximumLength }
                ? throw new EvidenceException(
                    EvidenceFault.BadInput, $"The trust file {Quoted.Of(path)} is longer than {MaximumLength} bytes.")
                : Parse(File.ReadAllText(path), Path.GetFileName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvidenceException(
                EvidenceFault.BadInput,
                $"Cannot read the trust file {Quoted.Of(path)}: {e.Message} Name another one.",
                e);
        }
    }

    /// <summary>Reads the text of a file; JSON will do, being YAML.</summary>
    /// <exception cref="EvidenceException">It is not as it must be; the message names every place.</exception>
    public static TrustFile Parse(string yaml, string file)
    {
        var problems = new List<string>();
        var (origin, keys) = ("", new List<TrustedKey>());
        foreach (var fields in Roots(yaml, file, problems))
        {
            fields.RefuseOthersThan("a trust file", "schema", "origin", "keys");
            fields.Text("schema", $"\"{Schema}\"", s => s == Schema);
            origin = fields.Text("origin", "the log's origin, such as strata.dev/ledger/BUCKET", o => o.Length > 0);
            foreach (var entry in fields.Mappings("keys", "keys"))
            {
                if (TrustEntry.Read(entry, ownKey: null) is not { } key)
                {
                    continue;
                }

                if (keys.Exists(k => k.Id == key.Id))
                {
                    entry.Wrong($"the key {key.Id} is there twice. Take one of them out.");
                }

                keys.Add(key);
            }
        }

        if (problems.Count == 0 && keys.Count == 0)
        {
            problems.Add($"{file}: it holds no key, so nothing could be verified with it.");
        }

        return problems.Count == 0
            ? new TrustFile(origin, new TrustedKeys(keys))
            : throw new EvidenceException(EvidenceFault.BadInput, string.Join('\n', problems));
    }

    /// <summary>The file's text.</summary>
    public string ToText()
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"schema: {Schema}\norigin: {TrustEntry.Quote(Origin)}\nkeys:\n");
        foreach (var key in Keys.All)
        {
            var lines = TrustEntry.ToText(key, withKey: true).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            text.AppendJoin("", lines.Select((line, i) => $"  {(i == 0 ? "- " : "  ")}{line}\n"));
        }

        return text.ToString();
    }

    /// <summary>The one mapping of a file, or none if it is anything else.</summary>
    internal static IEnumerable<YamlFields> Roots(string yaml, string file, List<string> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return [new YamlFields(file, root, problems)];
            }

            problems.Add($"{file}: it must be one mapping with the fields of a trust file.");
        }
        catch (YamlException e)
        {
            problems.Add($"{file}, line {e.Start.Line}: {e.Message}");
        }

        return [];
    }
}
