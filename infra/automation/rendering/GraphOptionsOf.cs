using System.Collections.Immutable;
using Pulumi;

namespace Infra.Automation.Rendering;

/// <summary>Writes down the options of a resource, inherited ones included.</summary>
internal static class GraphOptionsOf
{
    public static GraphOptions Capture(Capture capture, string stack, Func<Resource, string?> urnOf)
    {
        var (options, custom) = (capture.Options, capture.Options as CustomResourceOptions);
        return new()
        {
            AdditionalSecretOutputs = Some(custom?.AdditionalSecretOutputs),
            Aliases = Some(capture.Aliases.Concat(AliasUrns.Inherited(capture, stack)).Distinct()),
            CustomTimeouts = options.CustomTimeouts is { } timeouts
                ? new(timeouts.Create?.TotalSeconds, timeouts.Update?.TotalSeconds, timeouts.Delete?.TotalSeconds)
                : null,
            DeleteBeforeReplace = custom?.DeleteBeforeReplace,
            DeletedWith = options.DeletedWith is { } other ? urnOf(other) : null,
            DependsOn = Some(capture.DependsOn.Concat(capture.Sources)
                .Select(urnOf).OfType<string>()
                .Where(urn => urn != capture.Urn && urn != capture.Parent?.Urn)
                .Distinct().Order(StringComparer.Ordinal)),
            IgnoreChanges = Some(options.IgnoreChanges),
            Import = custom?.ImportId,
            Protect = capture.Protect,
            ReplaceOnChanges = Some(options.ReplaceOnChanges),
            RetainOnDelete = options.RetainOnDelete,
            Version = options.Version,
        };
    }

    private static ImmutableArray<string>? Some(IEnumerable<string>? values) =>
        values?.ToImmutableArray() is { IsEmpty: false } some ? some : null;
}
