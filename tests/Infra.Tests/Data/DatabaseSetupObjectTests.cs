using System.Text.Json;
using Infra.Automation.Json;
using Infra.Components.Database;
using Infra.Components.Database.Setup;
using Infra.Components.Flows.Catalogue;

namespace Infra.Tests.Data;

/// <summary>The job in whose containers the scripts of <see cref="DatabaseSetupTests"/> run.</summary>
[Collection(nameof(SerialRendering))]
public sealed class DatabaseSetupObjectTests
{
    [Fact]
    public async Task Its_steps_run_one_after_the_other_each_hardened_and_with_the_same_targets()
    {
        var job = await SentAsync("kubernetes:batch/v1:Job");
        var pod = job.GetProperty("spec").GetProperty("template").GetProperty("spec");
        List<JsonElement> steps = [.. pod.Items("initContainers"), .. pod.Items("containers")];

        Assert.Equal(["prepare", "apply", "promote"], steps.Select(step => step.Text("name")));
        Assert.Equal("Never", pod.Text("restartPolicy"));
        Assert.Equal(PlatformWorkloads.DatabaseSetup.ServiceAccount, pod.Text("serviceAccountName"));
        Assert.True(pod.GetProperty("securityContext").GetProperty("runAsNonRoot").GetBoolean());
        Assert.All(steps, step =>
        {
            Assert.True(step.GetProperty("securityContext").GetProperty("readOnlyRootFilesystem").GetBoolean());
            Assert.StartsWith("registry/", step.Text("image"), StringComparison.Ordinal);
            Assert.NotNull(step.GetProperty("resources").GetProperty("limits").Text("memory"));
            var variables = step.Items("env").ToDictionary(v => v.Text("name") ?? "", v => v.Text("value"));
            Assert.Equal("service host master strata strata secret", variables["TARGETS"]);
            Assert.Equal("3", variables["GENERATION"]);
            Assert.Equal("verify-full", variables["PGSSLMODE"]);
        });
        Assert.Equal("Memory", pod.Items("volumes").Single(volume => volume.Text("name") == "credentials")
            .GetProperty("emptyDir").Text("medium"));
    }

    [Fact]
    public async Task Its_scripts_and_the_authorities_of_the_database_are_beside_it()
    {
        var files = (await SentAsync("kubernetes:core/v1:ConfigMap")).GetProperty("data");

        Assert.Equal(
            ["apply.sh", "database.sql", "prepare.sh", "promote.sh", "rds.pem"],
            files.EnumerateObject().Select(file => file.Name).Order());
        Assert.Equal("authorities", files.Text("rds.pem"));
        Assert.All(files.EnumerateObject(), file => Assert.NotEqual("", file.Value.GetString()));
    }

    private static Task<JsonElement> SentAsync(string type) => SentResources.OneAsync(
        type,
        () => new DatabaseSetup("databases", new()
        {
            Registry = "registry",
            Targets = [new("service", "host", "master", PlatformDatabase.Service, "secret")],
            Generation = 3,
            Authorities = "authorities",
        }));
}
