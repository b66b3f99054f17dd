namespace Infra.Components.Secrets.Values;

/// <summary>A port.</summary>
internal sealed record ListenPort(int Port);
