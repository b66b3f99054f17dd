namespace Infra.Components.Temporal;

/// <summary>One of Temporal's databases.</summary>
/// <param name="Database">Its name.</param>
/// <param name="User">Who signs in to it.</param>
/// <param name="Secret">Name of the Secret in the cluster that holds that user's <c>password</c>.</param>
public sealed record TemporalStore(string Database, string User, string Secret);
