using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;

namespace Infra.Automation.Engines.Embedded.S3;

/// <summary>The one place where a failed call to the store becomes a sentence and a kind of failure.</summary>
internal static class StoreFault
{
    /// <summary>Runs something that asks the store before anything is touched.</summary>
    public static async Task<T> GuardAsync<T>(string attempt, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (IsStore(exception))
        {
            throw Explained(exception, attempt, "Nothing was changed");
        }
    }

    /// <inheritdoc cref="GuardAsync{T}"/>
    public static Task GuardAsync(string attempt, Func<Task> call) => GuardAsync(attempt, async () =>
    {
        await call();
        return true;
    });

    /// <summary>Whether the store, or the way to it, failed.</summary>
    public static bool IsStore(Exception exception) =>
        exception is AmazonServiceException or AmazonClientException or HttpRequestException or SocketException
            or IOException or TimeoutException or TaskCanceledException { InnerException: TimeoutException };

    /// <summary>What to throw instead.</summary>
    /// <param name="exception">What was caught; one that <see cref="IsStore"/>.</param>
    /// <param name="attempt">What was attempted: <c>create 'name' (type)</c>.</param>
    /// <param name="consequence">What was changed, and what to do next.</param>
    public static Exception Explained(Exception exception, string attempt, string consequence) => exception switch
    {
        AmazonS3Exception { ErrorCode.Length: > 0 } refused => new StepFailedException(
            $"Cannot {attempt}: the store answered {refused.ErrorCode} ({refused.Message.TrimEnd('.')}). "
            + $"{consequence}.",
            exception),
        _ => new StoreUnreachableException(
            $"Cannot {attempt}: the store cannot be reached ({Innermost(exception).Message.TrimEnd('.')}). "
            + $"{consequence}. `strata local status` shows whether the local services run.",
            exception),
    };

    private static Exception Innermost(Exception exception) =>
        exception.InnerException is { } inner ? Innermost(inner) : exception;
}
