using Pulumi;
using Pulumi.Automation;
using Sdk.Tests.Support;

namespace Sdk.Tests.Bundled;

[Collection(DeploymentCollection.Name)]
public class RefusalTests
{
    private const string HowToSwitch = "`make pulumi` (or build with -p:PulumiSdk=nuget)";

    [Fact]
    public async Task A_program_that_is_run_says_in_one_sentence_how_to_switch_and_ends_with_a_code_that_is_not_zero()
    {
        Func<Task<int>>[] runs =
        [
            () => Deployment.RunAsync(() => { }),
            () => Deployment.RunAsync(() => Task.CompletedTask),
            () => Deployment.RunAsync(() => new Dictionary<string, object?>()),
            () => Deployment.RunAsync(() => Task.FromResult<IDictionary<string, object?>>(null!)),
            Deployment.RunAsync<Empty>,
            () => Deployment.RunAsync<Empty>(new Services(() => null)),
        ];
        foreach (var run in runs)
        {
            var error = Console.Error;
            using var written = new StringWriter();
            Console.SetError(written);
            try
            {
                Assert.Equal(3, await run());
            }
            finally
            {
                Console.SetError(error);
            }

            Assert.Contains("without the Pulumi engine", written.ToString(), StringComparison.Ordinal);
            Assert.Contains(HowToSwitch, written.ToString(), StringComparison.Ordinal);
            Assert.Single(written.ToString().TrimEnd().Split('\n'));
        }
    }

    [Fact]
    public void The_automation_API_says_how_to_switch()
    {
        Func<object?>[] entries =
        [
            () => PulumiFn.Create(() => { }),
            () => PulumiFn.Create<Empty>(),
            () => LocalWorkspace.CreateAsync(),
            () => LocalWorkspace.CreateOrSelectStackAsync(new LocalProgramArgs("stack", "/folder")),
        ];
        foreach (var entry in entries)
        {
            var refusal = Assert.Throws<NotSupportedException>(entry);
            Assert.Contains("Pulumi CLI", refusal.Message, StringComparison.Ordinal);
            Assert.Contains(HowToSwitch, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_invoke_transform_is_refused()
    {
        var failure = await Run.FailureOfAsync(() => Run.PreviewAsync(
            () => Deployment.Instance.RegisterInvokeTransform((_, _) => Task.FromResult<InvokeTransformResult?>(null))));
        Assert.Contains("only the real engine runs it", failure, StringComparison.Ordinal);
    }

    private sealed class Empty : Stack;
}
