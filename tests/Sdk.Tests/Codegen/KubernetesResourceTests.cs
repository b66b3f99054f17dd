using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Kubernetes = Pulumi.Kubernetes;

namespace Sdk.Tests.Codegen;

[Collection(Programs.AreSerial)]
public sealed class KubernetesResourceTests
{
    [Fact]
    public async Task A_deployment_says_its_api_version_and_kind_unasked()
    {
        var args = new DeploymentArgs
        {
            Spec = new DeploymentSpecArgs
            {
                Replicas = 2,
                Selector = new LabelSelectorArgs { MatchLabels = { ["app"] = "web" } },
                Template = new PodTemplateSpecArgs
                {
                    Spec = new PodSpecArgs
                    {
                        Containers =
                        {
                            new ContainerArgs
                            {
                                Name = "web",
                                Image = "web@sha256:0",
                                Ports = { new ContainerPortArgs { ContainerPortValue = 8080 } },
                                LivenessProbe = new ProbeArgs { HttpGet = new HTTPGetActionArgs { Port = 8080 } },
                            },
                        },
                    },
                },
            },
        };

        var deployment = await Recorder.ResourceOfAsync(() => _ = new Kubernetes.Apps.V1.Deployment("web", args));

        Assert.Equal("kubernetes:apps/v1:Deployment", deployment.Type);
        Assert.Equal("apps/v1", deployment.Inputs["apiVersion"]);
        Assert.Equal("Deployment", deployment.Inputs["kind"]);
        var spec = Assert.IsType<ImmutableDictionary<string, object>>(deployment.Inputs["spec"]);
        Assert.Equal(["replicas", "selector", "template"], spec.Keys.Order());
    }

    [Fact]
    public async Task A_release_asks_for_compatibility_and_sends_its_values_as_they_are()
    {
        var release = await Recorder.ResourceOfAsync(() => _ = new Release("collector", new ReleaseArgs
        {
            Chart = "collector",
            RepositoryOpts = new RepositoryOptsArgs { Repo = "https://charts.example.org" },
            Values = { ["replicaCount"] = 2, ["image"] = new InputMap<object> { ["tag"] = "1.0.0" } },
        }));

        Assert.Equal("kubernetes:helm.sh/v3:Release", release.Type);
        Assert.Equal("true", release.Inputs["compat"]);
        var values = Assert.IsType<ImmutableDictionary<string, object>>(release.Inputs["values"]);
        Assert.Equal("1.0.0", Assert.IsType<ImmutableDictionary<string, object>>(values["image"])["tag"]);
    }

    /// <summary>As in the genuine package: a map filled in place is secret by the resource's options alone.</summary>
    [Fact]
    public async Task A_map_assigned_to_a_secret_is_secret_and_one_filled_in_place_is_not()
    {
        var assigned = new SecretArgs { StringData = new InputMap<string> { ["password"] = "open sesame" } };
        var filled = new SecretArgs { StringData = { ["password"] = "open sesame" } };

        Assert.True(await Output.IsSecretAsync(assigned.StringData.ToOutput()));
        Assert.False(await Output.IsSecretAsync(filled.StringData.ToOutput()));
    }

    [Fact]
    public async Task A_custom_resource_has_the_type_that_its_args_name()
    {
        var monitor = await Recorder.ResourceOfAsync(
            () => _ = new Kubernetes.ApiExtensions.CustomResource("web", new ServiceMonitorArgs { JobLabel = "web" }));

        Assert.Equal("kubernetes:monitoring.coreos.com/v1:ServiceMonitor", monitor.Type);
        Assert.Equal("monitoring.coreos.com/v1", monitor.Inputs["apiVersion"]);
        Assert.Equal("ServiceMonitor", monitor.Inputs["kind"]);
        Assert.Equal("web", monitor.Inputs["jobLabel"]);
    }

    [Fact]
    public async Task A_provider_sends_what_it_is_given()
    {
        var provider = await Recorder.ResourceOfAsync(() => _ = new Kubernetes.Provider(
            "cluster", new() { KubeConfig = "{}", EnableServerSideApply = true }));

        Assert.Equal("pulumi:providers:kubernetes", provider.Type);
        Assert.Equal("{}", provider.Inputs["kubeconfig"]);
        Assert.Equal("true", provider.Inputs["enableServerSideApply"]);
    }

    private sealed class ServiceMonitorArgs() : CustomResourceArgs("monitoring.coreos.com/v1", "ServiceMonitor")
    {
        [Input("jobLabel")]
        public Input<string>? JobLabel { get; set; }
    }
}
