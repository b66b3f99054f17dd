namespace Evidence.Pipeline.Vault.S3;

/// <summary>
/// The body of an answer. Each read has the budget of one call, so that a store that stalls half-way is noticed, while
/// a body of any length may arrive; a connection that breaks, or ends early, becomes an error rather than fewer bytes.
/// </summary>
internal sealed class GuardedStream(Stream inner, long length, string what, S3Faults faults, VaultBudget budget)
    : Stream
{
    private readonly CancellationTokenSource _silence = new();
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_read == length || buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            _silence.CancelAfter(budget.Call);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(_silence.Token, cancellationToken);
            var count = await inner.ReadAsync(buffer, either.Token);
            _silence.CancelAfter(Timeout.InfiniteTimeSpan); // The reader may take its time before it asks for more.
            if (count == 0)
            {
                throw new EndOfStreamException();
            }

            _read += count;
            return count;
        }
        catch (Exception e) when (S3Faults.IsKnown(e) && !cancellationToken.IsCancellationRequested)
        {
            throw faults.Of(e, what);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("The body of an answer is read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _silence.Dispose();
        }

        base.Dispose(disposing);
    }
}
