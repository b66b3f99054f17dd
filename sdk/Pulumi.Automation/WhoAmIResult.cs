using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>The user of the backend.</summary>
public class WhoAmIResult(string user, string? url, ImmutableArray<string> organizations)
{
    public string User { get; } = user;

    public string? Url { get; } = url;

    public ImmutableArray<string> Organizations { get; } = organizations;
}
