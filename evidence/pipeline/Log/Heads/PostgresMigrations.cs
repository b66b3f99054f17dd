using Npgsql;

namespace Evidence.Pipeline.Log.Heads;

/// <summary>
/// The schema of the head, forward only: a migration that was released is never edited, only followed.
/// </summary>
internal static class PostgresMigrations
{
    private const string IsUpToDate =
        """
        SELECT to_regclass('strata_ledger.head') IS NOT NULL
        """;

    // The lock is of the transaction: of processes that come at once, the others wait and find it done.
    private const string Migration0001Head =
        """
        SELECT pg_advisory_xact_lock(hashtextextended('strata_ledger', 0));
        CREATE SCHEMA IF NOT EXISTS strata_ledger;
        CREATE TABLE IF NOT EXISTS strata_ledger.head (
            origin text NOT NULL,
            extends bigint NOT NULL CHECK (extends >= 0),
            size bigint NOT NULL CHECK (size > extends),
            root bytea NOT NULL CHECK (octet_length(root) = 32),
            checkpoint bytea NOT NULL,
            head bytea NOT NULL,
            PRIMARY KEY (origin, extends),
            UNIQUE (origin, size)
        );
        """;

    public static async Task<bool> RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using (var command = new NpgsqlCommand(IsUpToDate, connection))
        {
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                return false;
            }
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using (var command = new NpgsqlCommand(Migration0001Head, connection, transaction))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
