using System.Globalization;
using System.Text.RegularExpressions;
using Infra.Components.Workloads;
using Infra.Stacks.Environments;

namespace Infra.Stacks.Workloads;

/// <summary>Reads the section <c>workloads</c> of an environment file.</summary>
internal static partial class WorkloadsSection
{
    private const int MostPods = 100;
    private const int LongestPause = 120;

    /// <summary>Stands where the file names no image, which is a problem already.</summary>
    private static readonly string _noImage =
        $"000000000000.dkr.ecr.us-east-1.amazonaws.com/none@sha256:{new string('0', 64)}";

    /// <summary>Reads the section.</summary>
    /// <param name="section">The section; null where the environment has none.</param>
    public static WorkloadsSettings? Read(YamlSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var images = section.Section("images");
        var settings = new WorkloadsSettings(
            section.Text("host", Label(), "a DNS label: lower-case letters, digits and hyphens"),
            new(Image(images, "api"), Scale(section.Section("api"), "workloads.api")),
            new(Image(images, "worker"), Scale(section.Section("worker"), "workloads.worker")),
            Canary(section.Section("canary")));
        images.Done();
        section.Done();
        return settings;
    }

    private static ImageReference Image(YamlSection section, string key)
    {
        var text = section.Text(key, ImageReference.Pattern(), ImageReference.Allowed);
        return new(ImageReference.Pattern().IsMatch(text) ? text : _noImage);
    }

    private static WorkloadScale Scale(YamlSection section, string path)
    {
        var scale = new WorkloadScale(
            section.Number("minimum", 1, MostPods),
            section.Number("maximum", 1, MostPods),
            section.Text("cpu", Cpu(), "processor time such as '500m' or '2'"),
            section.Text("memory", Memory(), "an amount of memory such as '512Mi' or '2Gi'"));
        section.Done();
        if (scale.Maximum < scale.Minimum)
        {
            section.Wrong("maximum", string.Create(CultureInfo.InvariantCulture,
                $"'{path}.maximum' is '{scale.Maximum}'; allowed is 'minimum', which is '{scale.Minimum}', or more."));
        }

        return scale;
    }

    private static CanaryPlan Canary(YamlSection section)
    {
        var texts = section.Texts("weights", Weight(), "a share of the pods from 1 to 99, in percent");
        int[] weights = [.. texts.Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
        if (!weights.SequenceEqual(weights.Order()))
        {
            section.Wrong("weights", $"'workloads.canary.weights' is '{string.Join(", ", texts)}'; allowed are shares "
                + "that rise: a release does not go back by itself.");
        }

        var plan = new CanaryPlan(weights, section.Number("pauseMinutes", 1, LongestPause));
        section.Done();
        return plan;
    }

    [GeneratedRegex(@"\A[a-z0-9](-?[a-z0-9]){0,62}\z")]
    private static partial Regex Label();

    [GeneratedRegex(@"\A[1-9][0-9]*m?\z")]
    private static partial Regex Cpu();

    [GeneratedRegex(@"\A[1-9][0-9]*(Mi|Gi)\z")]
    private static partial Regex Memory();

    [GeneratedRegex(@"\A[1-9][0-9]?\z")]
    private static partial Regex Weight();
}
