using Infra.Automation.Comparison;
using Infra.Components.Certificates;
using Infra.Stacks.Environments;
using Tests.Support;

namespace Infra.Tests.Comparison;

public sealed class NormaliserTests
{
    [Fact]
    public void The_authorities_of_rds_of_two_regions_are_the_same_word()
    {
        var prod = new EnvironmentFolder(Checkout.PathOf("infra/stacks/environments")).Read("prod");
        var twin = prod with { Region = "us-east-2" };
        Assert.Equal(
            new Normaliser(prod).Apply($"roots: {RdsAuthorities.Of(prod.Region)}"),
            new Normaliser(twin).Apply($"roots: {RdsAuthorities.Of(twin.Region)}"));
        Assert.NotEqual(
            new Normaliser(prod).Apply(RdsAuthorities.Of(prod.Region)),
            new Normaliser(prod).Apply(RdsAuthorities.Of(twin.Region)));
    }
}
