using System.Collections.Immutable;
using System.Text.Json;
using Infra.Automation.Engines.Plans;
using Infra.Automation.Rendering;
using Infra.Automation.State;

namespace Infra.Automation.Engines.Embedded;

/// <summary>What can be known to fail, found before anything is touched.</summary>
internal sealed class Checks(HandlerTable handlers)
{
    /// <exception cref="CannotApplyException">Something in the graph cannot be applied here.</exception>
    public void CanApply(LayerGraph graph)
    {
        var unknown = graph.Resources.Where(
            resource => !resource.Component && handlers.Find(resource.Type) is null).ToList();
        if (unknown.Count > 0)
        {
            var types = unknown.Select(resource => $"'{resource.Type}'").Distinct().Order(StringComparer.Ordinal);
            throw new CannotApplyException(
                $"The embedded engine cannot apply {string.Join(", ", types)} (first: '{unknown[0].Name}'); it applies "
                + $"{string.Join(", ", handlers.Types)}. Nothing was changed. Use the Pulumi engine, or --rehearse.");
        }

        foreach (var resource in graph.Resources.Where(resource => !resource.Component))
        {
            if (Problem(resource) is { } problem)
            {
                throw new CannotApplyException(
                    $"The embedded engine cannot apply '{resource.Name}' ({resource.Type}): {problem}. Nothing was "
                    + "changed.");
            }
        }
    }

    /// <exception cref="RefusedException">Something protected would be lost.</exception>
    public static void NothingProtectedIsLost(Work work)
    {
        var lost = work.Decisions.Where(decision => decision.Kind is ChangeKind.Replace && Protects(decision))
            .Select(decision => decision.Current).OfType<StateResource>()
            .Concat(work.Removals.Where(IsProtected))
            .Concat(work.Evictions.Where(resource => resource.IsRetained || IsOrphan(resource, work)))
            .DistinctBy(resource => (resource.Urn, resource.Id))
            .ToList();
        if (lost.Count > 0)
        {
            throw new RefusedException(
                $"Refused to delete or replace {Name(lost[0])}{More(lost.Count - 1)}: it is protected. Nothing was "
                + "changed. Where it is really meant, set 'protect: false' in the environment's file and run `strata "
                + "up`, or `strata destroy --unprotect`; the store still has the last word.");
        }
    }

    /// <summary>
    /// What is condemned was protected while it was live; the new one that took its place settled that.
    /// </summary>
    private static bool IsProtected(StateResource resource) => resource.Options.Protect == true && !resource.Condemned;

    /// <summary>Whether it is protected, and the program, which could have taken that back, has it no longer.</summary>
    private static bool IsOrphan(StateResource resource, Work work) =>
        IsProtected(resource) && work.Decisions.All(decision => decision.Resource.Urn != resource.Urn);

    private static bool Protects(Decision decision) =>
        decision.Current?.Options.Protect == true && decision.Resource.Options.Protect == true;

    private static string Name(StateResource resource) => $"'{resource.Name}' ({resource.Type})";

    private static string More(int count) => count == 0 ? "" : $" and {count} more";

    private string? Problem(GraphResource resource)
    {
        var handler = handlers.Find(resource.Type);
        var foreign = resource.Inputs.EnumerateObject().Select(input => input.Name)
            .Where(input => handler?.Applies(input) == false).ToImmutableArray();
        if (foreign.Length > 0)
        {
            return $"it cannot apply the input {string.Join(", ", foreign.Select(input => $"'{input}'"))}";
        }

        return HasSecret(resource.Inputs) ? "one of its inputs is secret, and no secret is in a graph"
            : resource.Options.Import is not null ? "the option 'import' is not supported"
            : resource.Options.DeletedWith is not null ? "the option 'deletedWith' is not supported"
            : (resource.Options.IgnoreChanges ?? []).Any(path => path.Contains('['))
                ? "the option 'ignoreChanges' is not supported for items of lists"
            : null;
    }

    private static bool HasSecret(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(member => HasSecret(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(HasSecret),
        JsonValueKind.String => value.GetString()?.Contains(Placeholder.Secret, StringComparison.Ordinal) == true,
        _ => false,
    };
}
