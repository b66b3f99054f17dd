namespace Evidence.Pipeline.Custody;

/// <summary>Kinds of the records that state facts of custody, as <c>kinds.yaml</c> lists them.</summary>
public static class CustodyKinds
{
    /// <summary><see cref="CustodyObservation"/>.</summary>
    public const string Observation = "custody-observation";

    /// <summary><see cref="Custody.LegalHold"/>.</summary>
    public const string LegalHold = "legal-hold";

    /// <summary><see cref="Custody.LegalHoldRelease"/>.</summary>
    public const string LegalHoldRelease = "legal-hold-release";

    /// <summary><see cref="Custody.DispositionIntent"/>.</summary>
    public const string DispositionIntent = "disposition-intent";

    /// <summary><see cref="Custody.Disposition"/>.</summary>
    public const string Disposition = "disposition";

    /// <summary><see cref="Custody.KeyRotation"/>.</summary>
    public const string KeyRotation = "key-rotation";

    /// <summary><see cref="Custody.KeyRevocation"/>.</summary>
    public const string KeyRevocation = "key-revocation";
}
