using System.Net.Sockets;
using Evidence.Pipeline.Text;
using Evidence.Pipeline.Vault;
using Npgsql;

namespace Evidence.Pipeline.Log.Heads;

/// <summary>Makes one call to PostgreSQL within its budget, and says what it means if it fails.</summary>
internal static class PostgresCalls
{
    public static async Task<T> MakeAsync<T>(
        string what,
        Func<NpgsqlConnection, CancellationToken, Task<T>> call,
        NpgsqlDataSource database,
        VaultBudget budget,
        CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(budget.Call);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellationToken);
        try
        {
            await using var connection = await database.OpenConnectionAsync(either.Token);
            return await call(connection, either.Token);
        }
        catch (Exception e) when (
            e is NpgsqlException or SocketException or TimeoutException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Of(e, what, silence.IsCancellationRequested, budget);
        }
    }

    private static EvidenceException Of(Exception exception, string what, bool silent, VaultBudget budget)
    {
        const string Next =
            "Start it (`./strata local up` on this machine) or check its address, then run the same command again.";
        var said = Quoted.Plain(exception.Message);
        return exception switch
        {
            _ when silent || exception is TimeoutException => new EvidenceException(
                EvidenceFault.TimedOut,
                $"Could not {what} in PostgreSQL: it was silent for {budget.Call.TotalSeconds:0.#} seconds. {Next}",
                exception),
            PostgresException { IsTransient: false } answer => new EvidenceException(
                EvidenceFault.Refused,
                $"Could not {what} in PostgreSQL: it refuses ({answer.SqlState}: {Quoted.Plain(answer.MessageText)}). "
                + "Check the user, its rights and the database.",
                exception),
            _ => new EvidenceException(
                EvidenceFault.Unreachable, $"Could not {what} in PostgreSQL: no answer ({said}). {Next}", exception),
        };
    }
}
