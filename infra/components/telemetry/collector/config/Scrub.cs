namespace Infra.Components.Telemetry.Collector.Config;

/// <summary>
/// Masks what must not be kept: whatever stands in attributes with a telling name, and in any attribute what looks like
/// a secret or an e-mail address. The patterns are RE2, hold no <c>$</c>, which the collector would take for a
/// variable, and no doubled brace, which Helm would take for a template.
/// </summary>
public sealed record Scrub() : Processor("redaction/scrub")
{
    /// <summary>Attributes are kept unless something is wrong with them.</summary>
    public bool AllowAllKeys { get; } = true;

    /// <summary>Numbers and lists are looked into as texts are.</summary>
    public bool RedactAllTypes { get; } = true;

    /// <summary>Names of attributes whose value is masked whole.</summary>
    public IReadOnlyList<string> BlockedKeyPatterns { get; } =
    [
        "(?i).*authorization.*",
        "(?i).*cookie.*",
        "(?i).*passw(or)?d.*",
        "(?i).*secret.*",
        "(?i).*token.*",
        "(?i).*api[-_.]?key.*",
        "(?i).*private[-_.]?key.*",
        "(?i).*credential.*",
        "(?i).*session[-_.]?id.*",
        "(?i).*e-?mail.*",
    ];

    /// <summary>What is masked in the value of every other attribute.</summary>
    public IReadOnlyList<string> BlockedValues { get; } =
    [
        @"(?i)\b(bearer|basic)\s+[a-z0-9._~+/=-]{8,}", // The value of an Authorization header.
        @"\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*", // A JSON web token.
        @"\b(AKIA|ASIA)[A-Z0-9]{16}\b", // The id of an AWS access key.
        @"\b(gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})", // A GitHub token.
        @"\bhv[sbr]\.[A-Za-z0-9_-]{20,}", // A Vault token.
        "-----BEGIN [A-Z ]*PRIVATE KEY-----", // The start of a key.
        @"://[^/\s:@]+:[^/\s@]+@", // User and password in an address.
        @"(?i)\b(password|secret|token|api_?key)=[^\s&;]+", // In a connection string or query.
        @"(?i)\bX-Amz-(Signature|Security-Token)=[^\s&]+", // In a signed address.
        @"(?i)\b[a-z0-9._%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}\b", // An e-mail address.
    ];

    /// <summary>Which attributes were masked is not said either.</summary>
    public string Summary { get; } = "silent";
}
