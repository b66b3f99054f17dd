using FsCheck;
using FsCheck.Fluent;
using Infra.Components.Flows;
using Infra.Tests.Flows.Evaluation;

namespace Infra.Tests.Flows;

public sealed class RandomModelTests
{
    private const int Models = 300;

    [Fact]
    public void Whatever_is_declared_and_accepted_is_what_the_rendered_artefacts_allow()
    {
        var accepted = 0;
        var property = Prop.ForAll(Arb.From(RandomModels.Any), model =>
        {
            accepted += model is null ? 0 : 1;
            var faults = model is null ? [] : Faults(model);
            return (faults.Length == 0).Label(string.Join('\n', faults));
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Models).WithQuietOnSuccess(true), property);
        Assert.InRange(accepted, Models / 3, Models);
    }

    private static string[] Faults(FlowModel model)
    {
        var matrix = new Matrix(
            model, new Site(model, RandomModels.PodRange), new Guards(Wire.Of(model), Enforcing.Standard));
        return [.. matrix.Closed(), .. matrix.Opened()];
    }
}
