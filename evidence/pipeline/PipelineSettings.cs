using Evidence.Pipeline.Catalogue;
using Evidence.Pipeline.Log;
using Evidence.Pipeline.Records;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline;

/// <summary>All that the pipeline needs to be told. It looks nothing up in the process's environment.</summary>
public sealed record PipelineSettings
{
    /// <summary>
    /// Environment that the evidence is about: <c>local</c>, <c>dev</c>, <c>staging</c> or <c>prod</c>.
    /// </summary>
    public required string Environment { get; init; }

    /// <summary>
    /// The environment's own retention, for items that name no class: what the environment's file says under
    /// <c>evidence.retention</c>, with the name <see cref="RetentionClass.EnvironmentDefault"/>.
    /// </summary>
    public required RetentionClass DefaultRetention { get; init; }

    /// <summary>Who and what collects.</summary>
    public required Collector Collector { get; init; }

    /// <summary>Keys to sign with: those of this machine, or of a key service.</summary>
    public required ISignerSource Signers { get; init; }

    /// <summary>Folder of the public keys that are believed; never in the store.</summary>
    public required string TrustFolder { get; init; }

    /// <summary>How long to wait for the store.</summary>
    public VaultBudget Budget { get; init; } = new();

    /// <summary>How long to wait for others who append.</summary>
    public LedgerBudget Ledger { get; init; } = new();
}
