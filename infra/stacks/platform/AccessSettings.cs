using Infra.Components.Cluster.Access;

namespace Infra.Stacks.Platform;

/// <summary>Somebody's access to the cluster, besides the roles of deployment and of emergencies.</summary>
/// <param name="Name">Who it is.</param>
/// <param name="Role">Name of the IAM role in the environment's account, with its path.</param>
/// <param name="Level">What it may do.</param>
/// <param name="Namespaces">The namespaces it may do it in; none stands for the whole cluster.</param>
public sealed record AccessSettings(string Name, string Role, AccessLevel Level, IReadOnlyList<string> Namespaces);
