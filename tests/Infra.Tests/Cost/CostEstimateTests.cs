using System.Text.Json;
using Infra.Automation.Cost;
using Infra.Automation.Rendering;
using Infra.Stacks.Environments;
using Tests.Support;

namespace Infra.Tests.Cost;

[Collection(nameof(SerialRendering))]
public sealed class CostEstimateTests
{
    private static EnvironmentFolder Folder { get; } = new(Checkout.PathOf("infra/stacks/environments"));

    public static TheoryData<string> Environments => [.. Folder.Names];

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Every_type_has_a_cost_model_and_every_charge_a_price(string environment)
    {
        var report = await EstimateAsync(environment);
        Assert.Empty(report.Unpriced.Where(item =>
            item.Reason.StartsWith("there is no cost model", StringComparison.Ordinal)
            || item.Reason.StartsWith("the table has no price", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Each_environment_is_within_the_budget_it_declares(string environment)
    {
        var report = await EstimateAsync(environment);
        Assert.False(report.OverBudget, $"{report.Monthly} is more than {report.Budget}.");
        Assert.Equal(report.Monthly, report.Layers.Sum(layer => layer.Monthly));
    }

    [Fact]
    public async Task Prod_costs_more_than_staging_and_staging_more_than_dev()
    {
        var (dev, staging, prod) = (
            await EstimateAsync("dev"), await EstimateAsync("staging"), await EstimateAsync("prod"));
        Assert.True(dev.Monthly < staging.Monthly && staging.Monthly < prod.Monthly);
        Assert.All([dev, staging, prod], report => Assert.NotNull(report.Budget));
    }

    [Fact]
    public void A_standby_and_its_storage_are_paid_for_like_the_instance()
    {
        var single = Monthly("""{"instanceClass":"db.m7g.large","allocatedStorage":100,"storageType":"gp3"}""");
        var multi = Monthly(
            """{"instanceClass":"db.m7g.large","allocatedStorage":100,"storageType":"gp3","multiAz":true}""");
        Assert.InRange(single, 145m + 13.70m, 146m + 13.70m);
        Assert.InRange(multi - (2 * single), -0.02m, 0.02m);

        static decimal Monthly(string inputs) => Of(("aws:rds/instance:Instance", "db", inputs)).Monthly;
    }

    [Fact]
    public void Nodes_are_counted_as_desired_with_their_volumes()
    {
        const string Template = "urn:pulumi:x.y::strata::aws:ec2/launchTemplate:LaunchTemplate::t";
        var report = Of(
            ("aws:ec2/launchTemplate:LaunchTemplate", "t",
                """{"blockDeviceMappings":[{"ebs":{"volumeSize":50,"volumeType":"gp3"}}]}"""),
            ("aws:eks/nodeGroup:NodeGroup", "n",
                $$$"""
                {
                  "scalingConfig": { "desiredSize": 3 }, "instanceTypes": ["m7i.large", "m7a.large"],
                  "launchTemplate": { "id": "${{{{Template}}}#id}" }
                }
                """));
        Assert.Equal(["instance/m7i.large", "volume/gp3"], report.Lines.Select(line => line.Item));
        Assert.Equal([2190m, 150m], report.Lines.Select(line => line.Quantity));
        Assert.Equal(1, report.Free);
    }

    [Fact]
    public void What_has_no_price_is_listed_and_never_counted_as_nothing()
    {
        var report = Of(
            ("aws:rds/instance:Instance", "db",
                """{"instanceClass":"db.x99.huge","storageType":"gp3","allocatedStorage":1}"""),
            ("aws:s3/bucket:Bucket", "b", "{}"),
            ("aws:new/thing:Thing", "n", "{}"));
        Assert.Equal(
            [
                "the table has no price for 'database/db.x99.huge' in eu-central-1",
                "paid by gigabytes and requests",
                "there is no cost model for the type",
            ],
            report.Unpriced.Select(item => item.Reason));
        Assert.Equal("database-storage/gp3", Assert.Single(report.Lines).Item);
    }

    [Fact]
    public void A_budget_that_is_too_small_is_a_finding()
    {
        const string Budget = """{"budgetType":"COST","timeUnit":"MONTHLY","limitUnit":"USD","limitAmount":"70"}""";
        var report = Of(("aws:budgets/budget:Budget", "b", Budget), ("aws:eks/cluster:Cluster", "c", "{}"));
        Assert.Equal(73, report.Monthly);
        Assert.True(report.OverBudget);
        Assert.False(Of(("aws:eks/cluster:Cluster", "c", "{}")).OverBudget);
    }

    [Fact]
    public void Every_price_says_where_it_was_read()
    {
        var prices = PriceTable.Built.Regions.Values.SelectMany(region => region.Values).ToList();
        Assert.NotEmpty(prices);
        Assert.All(prices, price =>
        {
            Assert.True(price.Amount > 0);
            Assert.Contains(price.Unit, (string[])["hour", "month", "GB-month"]);
            Assert.Equal(price.Derived, price.Source.StartsWith("derived: ", StringComparison.Ordinal));
        });
    }

    private static async Task<CostReport> EstimateAsync(string environment)
    {
        var settings = Folder.Read(environment);
        var graph = await new Renderer().RenderAsync(settings, null, CancellationToken.None);
        return CostEstimate.Of(graph, settings, PriceTable.Built);
    }

    private static CostReport Of(params (string Type, string Name, string Inputs)[] resources) => CostEstimate.Of(
        new("x", [new("y", "x.y", [.. resources.Select(Resource)], JsonElement.Parse("{}"))]),
        Folder.Read("prod"),
        PriceTable.Built);

    private static GraphResource Resource((string Type, string Name, string Inputs) resource) => new(
        $"urn:pulumi:x.y::strata::{resource.Type}::{resource.Name}", resource.Type, resource.Name, null, null, false,
        JsonElement.Parse(resource.Inputs), new());
}
