using System.Collections.Immutable;
using Infra.Automation.Engines.Plans;
using Infra.Automation.Rendering;
using Pulumi.Automation;
using Pulumi.Automation.Events;
using PulumiEvent = Pulumi.Automation.Events.EngineEvent;

namespace Infra.Automation.Engines;

/// <summary>Collects what the Pulumi engine reports about each resource.</summary>
internal sealed class PulumiSteps(IProgress<EngineEvent> progress)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, PlannedChange> _changes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeployedResource> _resources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unchanged = new(StringComparer.Ordinal);

    /// <summary>Everything that does not stay the same, in the order of the reports.</summary>
    public ImmutableArray<PlannedChange> Changes => [.. _changes.Values];

    public int Unchanged => _unchanged.Count;

    /// <summary>What there is afterwards.</summary>
    public ImmutableArray<DeployedResource> Resources =>
        [.. _resources.Values.OrderBy(resource => resource.Urn, StringComparer.Ordinal)];

    public void Observe(PulumiEvent report)
    {
        if (report.ResourcePreEvent is { } begun && KindOf(begun.Metadata.Op) is { } starting and not ChangeKind.Same)
        {
            Report(EnginePhase.Started, begun.Metadata, starting);
        }

        if (report.ResourceOutputsEvent is { } ended && KindOf(ended.Metadata.Op) is { } kind)
        {
            Remember(ended.Metadata, kind);
            if (kind is not ChangeKind.Same)
            {
                Report(EnginePhase.Finished, ended.Metadata, kind);
            }
        }
    }

    /// <summary>
    /// A replacement is reported in pieces: the creation stands for it, the deletion of the old one is part of it.
    /// </summary>
    private static ChangeKind? KindOf(OperationType operation) => operation switch
    {
        OperationType.Same => ChangeKind.Same,
        OperationType.Create or OperationType.Import => ChangeKind.Create,
        OperationType.Update => ChangeKind.Update,
        OperationType.CreateReplacement or OperationType.ImportReplacement => ChangeKind.Replace,
        OperationType.Delete => ChangeKind.Delete,
        _ => null,
    };

    private static ImmutableArray<PropertyChange> Properties(StepEventMetadata step) =>
    [
        .. (step.DetailedDiff ?? ImmutableDictionary<string, PropertyDiff>.Empty)
            .OrderBy(diff => diff.Key, StringComparer.Ordinal)
            .Select(diff => new PropertyChange(diff.Key, KindOf(diff.Value.Kind), Old: null, New: null)),
    ];

    private static PropertyChangeKind KindOf(DiffKind kind) => kind switch
    {
        DiffKind.Add or DiffKind.AddReplace => PropertyChangeKind.Added,
        DiffKind.Delete or DiffKind.DeleteReplace => PropertyChangeKind.Removed,
        DiffKind.Update or DiffKind.UpdateReplace => PropertyChangeKind.Changed,
        _ => throw new ArgumentOutOfRangeException(
            nameof(kind), kind, "The Pulumi engine reports a kind of change that is not known."),
    };

    private void Remember(StepEventMetadata step, ChangeKind kind)
    {
        lock (_lock)
        {
            if (kind is ChangeKind.Same)
            {
                _unchanged.Add(step.Urn);
            }
            else
            {
                _changes[step.Urn] = new(step.Urn, step.Type, UrnText.Name(step.Urn), kind, Properties(step));
            }

            if (kind is ChangeKind.Delete)
            {
                _resources.Remove(step.Urn);
            }
            else
            {
                _resources[step.Urn] = new(step.Urn, step.Type, step.New?.Id is { Length: > 0 } id ? id : null);
            }
        }
    }

    private void Report(EnginePhase phase, StepEventMetadata step, ChangeKind kind) => progress.Report(
        new(phase, kind.ToString().ToLowerInvariant(), kind, step.Type, UrnText.Name(step.Urn)));
}
