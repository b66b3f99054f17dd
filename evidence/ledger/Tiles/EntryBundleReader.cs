namespace Evidence.Ledger.Tiles;

/// <summary>Walks through the entries of a bundle. Made by <see cref="EntryBundle.Read"/>.</summary>
public ref struct EntryBundleReader
{
    private readonly ReadOnlySpan<byte> _bundle;
    private readonly int _width;
    private int _offset;
    private int _read;

    internal EntryBundleReader(ReadOnlySpan<byte> bundle, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, TileId.FullWidth);
        _bundle = bundle;
        _width = width;
    }

    /// <summary>The entry just read.</summary>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <summary>This reader: it is its own enumerator.</summary>
    public readonly EntryBundleReader GetEnumerator() => this;

    /// <summary>Reads the next entry.</summary>
    /// <returns>False after the last.</returns>
    /// <exception cref="LedgerFormatException">The bundle is cut short, or goes on after its last entry.</exception>
    public bool MoveNext()
    {
        if (_read == _width)
        {
            return _offset == _bundle.Length
                ? false
                : throw new LedgerFormatException(
                    $"Cannot read the entry bundle: {_bundle.Length - _offset} bytes follow its {_width} entries.");
        }

        Current = EntryBundle.Next(_bundle[_offset..], _offset, _read, _width);
        _offset += EntryBundle.LengthSize + Current.Length;
        _read++;
        return true;
    }
}
