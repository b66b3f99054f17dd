using System.Data.Common;
using Evidence.Pipeline.Vault;
using Npgsql;
using NpgsqlTypes;

namespace Evidence.Pipeline.Log.Heads;

/// <summary>
/// Heads as rows that are inserted once, where no bucket can do it: the primary key is the size of the tree that a head
/// extends, and a row only follows the very checkpoint that it was made for. Nothing here updates or deletes.
/// </summary>
/// <param name="database">Where the rows are.</param>
/// <param name="origin">Name of the log.</param>
/// <param name="budget">How long to wait.</param>
public sealed class PostgresHeadStore(NpgsqlDataSource database, string origin, VaultBudget budget) : IHeadStore
{
    private const string Newest =
        """
        SELECT head FROM strata_ledger.head WHERE origin = @origin ORDER BY extends DESC LIMIT 1
        """;

    private const string After =
        """
        SELECT head FROM strata_ledger.head WHERE origin = @origin AND extends = @extends
        """;

    private const string Insert =
        """
        INSERT INTO strata_ledger.head (origin, extends, size, root, checkpoint, head)
        SELECT @origin, @extends, @size, @root, @checkpoint, @head
        WHERE @extends = 0 OR EXISTS (
            SELECT FROM strata_ledger.head
            WHERE origin = @origin AND size = @extends AND root = @fromRoot AND checkpoint = @fromCheckpoint)
        ON CONFLICT DO NOTHING
        """;

    /// <inheritdoc/>
    public string Name => "PostgreSQL";

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellationToken) => PostgresCalls.MakeAsync(
        "prepare the ledger's head", PostgresMigrations.RunAsync, database, budget, cancellationToken);

    /// <inheritdoc/>
    public Task<LedgerHead?> ReadAsync(CancellationToken cancellationToken) =>
        ReadAsync(Newest, extends: 0, "read the ledger's head", cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> TryMoveAsync(LedgerHead? current, LedgerHead successor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(successor);
        const string What = "move the ledger's head";
        var extends = current?.Checkpoint.Size ?? 0;
        var inserted = await PostgresCalls.MakeAsync(What, InsertAsync, database, budget, cancellationToken);
        return inserted == 1 || successor.Equals(await ReadAsync(After, extends, What, cancellationToken));

        async Task<int> InsertAsync(NpgsqlConnection connection, CancellationToken stop)
        {
            await using var command = new NpgsqlCommand(Insert, connection);
            command.Parameters.AddWithValue("origin", origin);
            command.Parameters.AddWithValue("extends", extends);
            command.Parameters.AddWithValue("size", successor.Checkpoint.Size);
            command.Parameters.AddWithValue("root", successor.Checkpoint.Root.Bytes.ToArray());
            command.Parameters.AddWithValue("checkpoint", successor.Note.ToUtf8());
            command.Parameters.AddWithValue("head", successor.Utf8.ToArray());
            command.Parameters.AddWithValue(
                "fromRoot", NpgsqlDbType.Bytea, (object?)current?.Checkpoint.Root.Bytes.ToArray() ?? DBNull.Value);
            command.Parameters.AddWithValue(
                "fromCheckpoint", NpgsqlDbType.Bytea, (object?)current?.Note.ToUtf8() ?? DBNull.Value);
            return await command.ExecuteNonQueryAsync(stop);
        }
    }

    private async Task<LedgerHead?> ReadAsync(
        string query, long extends, string what, CancellationToken cancellationToken)
    {
        var head = await PostgresCalls.MakeAsync(what, QueryAsync, database, budget, cancellationToken);
        return head is null ? null : HeadFormat.Read(head, $"the row of \"{origin}\" in {Name}");

        async Task<byte[]?> QueryAsync(NpgsqlConnection connection, CancellationToken stop)
        {
            await using var command = new NpgsqlCommand(query, connection);
            command.Parameters.AddWithValue("origin", origin);
            command.Parameters.AddWithValue("extends", extends);
            try
            {
                return await command.ExecuteScalarAsync(stop) as byte[];
            }
            catch (DbException e)
                when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
            {
                return null; // Nobody has moved a head here yet.
            }
        }
    }
}
