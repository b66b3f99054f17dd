namespace Infra.Tests.Flows.Evaluation;

/// <summary>
/// An attempt to connect. The application protocol (tls, http, other) is what a firewall recognises in it.
/// </summary>
internal readonly record struct Connection(Host From, Host To, int Port, string Protocol, string Application = "other");
