namespace Infra.Components.Secrets;

/// <summary>Arguments of <see cref="CopiedSecrets"/>.</summary>
public sealed class CopiedSecretsArgs : ResourceArgs
{
    /// <summary>The namespace that the copies are for; it must exist.</summary>
    public required string Namespace { get; init; }

    /// <summary>The region of Secrets Manager.</summary>
    public required string Region { get; init; }

    /// <summary>What is copied.</summary>
    public required IReadOnlyList<CopiedSecret> Secrets { get; init; }
}
