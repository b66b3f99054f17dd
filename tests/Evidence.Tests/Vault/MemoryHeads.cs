using Evidence.Pipeline.Log;
using Evidence.Pipeline.Log.Heads;
using Evidence.Pipeline.Vault;

namespace Evidence.Tests.Vault;

/// <summary>
/// Heads in memory that fail the test of whoever moves the head on from a checkpoint that is not published, or from
/// another tree than the one it follows.
/// </summary>
public sealed class MemoryHeads(StrictMemoryStore store) : IHeadStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, LedgerHead> _after = [];

    public string Name => "heads in this process";

    /// <summary>The sizes of the trees that were decided.</summary>
    public IReadOnlySet<long> Sizes
    {
        get
        {
            lock (_gate)
            {
                return _after.Values.Select(h => h.Checkpoint.Size).ToHashSet();
            }
        }
    }

    /// <summary>What only somebody with the right to change the head can do: another one, or (null) none.</summary>
    public void Replace(long size, LedgerHead? head)
    {
        lock (_gate)
        {
            _after.Remove(size);
            if (head is not null)
            {
                _after[size] = head;
            }
        }
    }

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<LedgerHead?> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_after.Count == 0 ? null : _after[_after.Keys.Max()]);
        }
    }

    public Task<bool> TryMoveAsync(LedgerHead? current, LedgerHead successor, CancellationToken cancellationToken)
    {
        var size = current?.Checkpoint.Size ?? 0;
        store.Demand(successor.Previous == size, $"a head that extends {successor.Previous} was put after {size}");
        store.Demand(size == 0 || store.Has(VaultKeys.Checkpoint(size)), $"the head moved on from unpublished {size}");
        store.Demand(store.Has(successor.Batch.Key), "the head moved to a batch that is not stored");
        return store.CarryOutAsync(
            StoreWrite.Head,
            () =>
            {
                lock (_gate)
                {
                    return _after.TryAdd(size, successor) || _after[size].Equals(successor);
                }
            },
            cancellationToken);
    }
}
