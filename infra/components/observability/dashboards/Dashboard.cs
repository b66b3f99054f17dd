using System.Text.Json.Nodes;

namespace Infra.Components.Observability.Dashboards;

/// <summary>A Grafana dashboard.</summary>
/// <param name="Uid">How it is addressed; also the name of its file, without <c>.json</c>.</param>
/// <param name="Json">What Grafana imports.</param>
public sealed record Dashboard(string Uid, JsonObject Json);
