namespace Infra.Components.Secrets.Vault.Values;

/// <summary>A probe over HTTPS.</summary>
internal sealed record ProbeValues(string Path)
{
    public bool Enabled { get; } = true;

    /// <summary>
    /// Ready before it is initialised, or the first install would wait for a ceremony that waits for the install. Not
    /// ready while sealed: KMS unseals in seconds, or something is wrong.
    /// </summary>
    public static ProbeValues Ready { get; } = new("/v1/sys/health?standbyok=true&uninitcode=204");

    /// <summary>Alive as long as it answers: a restart unseals nothing that KMS does not.</summary>
    public static ProbeValues Alive { get; } = new("/v1/sys/health?standbyok=true&uninitcode=204&sealedcode=204");
}
