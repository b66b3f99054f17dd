using Infra.Stacks.Bootstrap;
using Infra.Stacks.Data;
using Infra.Stacks.Environments;
using Infra.Stacks.Evidence;
using Infra.Stacks.Foundation;
using Infra.Stacks.Platform;
using Infra.Stacks.Workloads;

namespace Infra.Stacks.Layers;

/// <summary>Every layer there is, in the order in which they are applied.</summary>
public static class LayerRegistry
{
    /// <summary>Name of the Pulumi project, as in <c>Pulumi.yaml</c>; part of every URN and stack reference.</summary>
    public const string Project = "strata";

    /// <summary>Name of the layer of an account: state, CI's roles, budgets.</summary>
    public const string Bootstrap = "bootstrap";

    /// <summary>Name of the layer of the network and the keys.</summary>
    public const string Foundation = "foundation";

    /// <summary>Name of the layer that holds the vault.</summary>
    public const string Evidence = "evidence";

    /// <summary>Name of the layer of the databases and their backups.</summary>
    public const string Data = "data";

    /// <summary>Name of the layer of the cluster and what runs in it for everybody.</summary>
    public const string Platform = "platform";

    /// <summary>Name of the layer of the service itself.</summary>
    public const string Workloads = "workloads";

    /// <summary>The layers.</summary>
    public static IReadOnlyList<Layer> All { get; } =
    [
        new LayerOf<BootstrapStack>(Bootstrap, context => new(context)) { IsIn = e => e.Bootstrap is not null },
        new LayerOf<FoundationStack>(Foundation, context => new(context)) { IsIn = e => e.Foundation is not null },
        new LayerOf<EvidenceStack>(Evidence, context => new(context)),
        new LayerOf<DataStack>(Data, context => new(context))
        {
            Requires = [Foundation],
            IsIn = e => e.Data is not null,
        },
        new LayerOf<PlatformStack>(Platform, context => new(context))
        {
            Requires = [Bootstrap, Foundation, Data],
            IsIn = e => e.Platform is not null,
        },
        new LayerOf<WorkloadsStack>(Workloads, context => new(context))
        {
            Requires = [Foundation, Evidence, Platform],
            IsIn = e => e.Workloads is not null,
        },
    ];

    /// <summary>The layer of a name.</summary>
    /// <exception cref="UnknownLayerException">There is none.</exception>
    public static Layer Find(string name) =>
        All.FirstOrDefault(layer => layer.Name == name) ?? throw new UnknownLayerException(name, All);

    /// <summary>The layer of a name where the environment has it, or all of the environment's without a name.</summary>
    /// <exception cref="UnknownLayerException">There is none of that name.</exception>
    public static IReadOnlyList<Layer> Select(string? name, EnvironmentSettings environment) =>
        [.. LayerOrder.Of(All, environment, name).Where(layer => name is null || layer.Name == name)];

    /// <summary>Splits the name of a stack, <c>ENVIRONMENT.LAYER</c>.</summary>
    /// <exception cref="UnknownLayerException">The name has no such form, or there is no such layer.</exception>
    public static (string Environment, Layer Layer) Parse(string stack) =>
        stack.Split('.') is [{ Length: > 0 } environment, var layer]
            ? (environment, Find(layer))
            : throw new UnknownLayerException(
                $"The stack is called '{stack}'; expected ENVIRONMENT.LAYER, such as 'prod.{All[0].Name}'.");
}
