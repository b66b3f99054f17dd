namespace Infra.Components.Temporal.Values;

/// <summary>The two stores, whose names <see cref="PersistenceValues"/> repeats.</summary>
internal sealed record Datastores(Datastore Default, Datastore Visibility);
