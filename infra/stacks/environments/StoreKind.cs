namespace Infra.Stacks.Environments;

/// <summary>Which S3 keeps an environment's evidence.</summary>
public enum StoreKind
{
    /// <summary>AWS S3: has every feature.</summary>
    Aws,

    /// <summary>Another server that speaks S3, such as Ceph: what it lacks is listed with a reason.</summary>
    S3Compatible,
}
