namespace Infra.Components.Temporal.Values;

/// <summary>What the calling side believes.</summary>
internal sealed record TlsClient(string ServerName, IReadOnlyList<string> RootCaFiles);
