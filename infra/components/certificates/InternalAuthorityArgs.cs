namespace Infra.Components.Certificates;

/// <summary>Arguments of <see cref="InternalAuthority"/>.</summary>
public sealed class InternalAuthorityArgs : ResourceArgs
{
    /// <summary>The name in the authority's certificate. Says which environment's it is.</summary>
    public required string CommonName { get; init; }
}
