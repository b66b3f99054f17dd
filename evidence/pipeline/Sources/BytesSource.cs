using System.Runtime.InteropServices;

namespace Evidence.Pipeline.Sources;

/// <summary>Bytes in memory, which nobody may change while they are in use.</summary>
/// <param name="label">What they are, for a sentence.</param>
/// <param name="bytes">The bytes.</param>
public sealed class BytesSource(string label, ReadOnlyMemory<byte> bytes) : IPayloadSource
{
    /// <inheritdoc/>
    public string Label => label;

    /// <inheritdoc/>
    public long Length => bytes.Length;

    /// <summary>The bytes, without a copy.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <inheritdoc/>
    public Stream OpenRead() => MemoryMarshal.TryGetArray(bytes, out var segment) && segment.Array is { } array
        ? new MemoryStream(array, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    /// <inheritdoc/>
    public void RequireUnchanged()
    {
    }
}
