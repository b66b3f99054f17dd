namespace Infra.Components.Database.Setup;

/// <summary>Arguments of <see cref="DatabaseSetup"/>.</summary>
public sealed class DatabaseSetupArgs : ResourceArgs
{
    /// <summary>The account's registry, <c>ACCOUNT.dkr.ecr.REGION.amazonaws.com</c>.</summary>
    public required string Registry { get; init; }

    /// <summary>The databases.</summary>
    public required IReadOnlyList<SetupTarget> Targets { get; init; }

    /// <summary>Which passwords they have, from 1: raising it makes new ones.</summary>
    public required int Generation { get; init; }

    /// <summary>
    /// Certificates of the authorities that sign those of RDS, in PEM. Nothing else is believed to be the database.
    /// </summary>
    public required Input<string> Authorities { get; init; }
}
