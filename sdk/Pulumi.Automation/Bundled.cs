namespace Pulumi.Automation;

/// <summary>What this assembly does at run time: it lets code compile that needs the genuine package to run.</summary>
internal static class Bundled
{
    public static NotSupportedException Refusal() => new(
        "The stack cannot be worked on: this build has the bundled Pulumi SDK, which has no Automation API. Install "
        + "the Pulumi CLI (https://www.pulumi.com/docs/install), run `make pulumi` (or build with -p:PulumiSdk=nuget) "
        + "to switch to the NuGet packages, and try again.");
}
