using System.Collections.Concurrent;

namespace Evidence.Pipeline.Vault.S3;

/// <summary>The buffers of one upload, used in turn: memory stays the same whatever the file's length.</summary>
internal sealed class PartBuffers(PartPlan plan) : IDisposable
{
    private readonly ConcurrentBag<byte[]> _idle = [];
    private readonly SemaphoreSlim _free = new(plan.InFlight);

    public async Task<byte[]> TakeAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return _idle.TryTake(out var buffer) ? buffer : GC.AllocateUninitializedArray<byte>(plan.PartSize);
    }

    public void Return(byte[] buffer)
    {
        _idle.Add(buffer);
        _free.Release();
    }

    public void Dispose() => _free.Dispose();
}
