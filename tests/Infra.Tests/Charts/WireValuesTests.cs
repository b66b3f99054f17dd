using System.Text.Json.Serialization;
using Infra.Components.Charts;
using Infra.Components.Charts.Pods;

namespace Infra.Tests.Charts;

public sealed class WireValuesTests
{
    private enum Kind
    {
        Deployment,
    }

    [Fact]
    public void Members_have_the_names_of_the_chart_and_null_is_left_out()
    {
        var json = WireValues.Json(new Sample
        {
            ReplicaCount = 2,
            OtlpHttp = true,
            Kind = Kind.Deployment,
            Resources = ContainerResources.Of("100m", "64Mi"),
            Labels = new Dictionary<string, string> { ["app.kubernetes.io/Name"] = "x" },
        });

        Assert.Equal(
            """
            {"replicaCount":2,"otlp-http":true,"kind":"Deployment","labels":{"app.kubernetes.io/Name":"x"},
            "resources":{"requests":{"cpu":"100m","memory":"64Mi"},"limits":{"memory":"64Mi"}}}
            """.ReplaceLineEndings(""),
            json.ToJsonString());
    }

    [Fact]
    public void A_container_is_secured_as_the_restricted_profile_asks() => Assert.Equal(
        """
        {"allowPrivilegeEscalation":false,"readOnlyRootFilesystem":true,"runAsNonRoot":true,
        "capabilities":{"drop":["ALL"]},"seccompProfile":{"type":"RuntimeDefault"}}
        """.ReplaceLineEndings(""),
        WireValues.Json(new Sample { Security = new() })["security"]?.ToJsonString());

    private sealed record Sample : ChartValues
    {
        public int? ReplicaCount { get; init; }

        [JsonPropertyName("otlp-http")]
        public bool? OtlpHttp { get; init; }

        public Kind? Kind { get; init; }

        public IReadOnlyDictionary<string, string>? Labels { get; init; }

        public ContainerResources? Resources { get; init; }

        public ContainerSecurity? Security { get; init; }

        public string? Left { get; init; }
    }
}
