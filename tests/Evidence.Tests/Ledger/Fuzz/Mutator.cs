namespace Evidence.Tests.Ledger.Fuzz;

/// <summary>Turns valid inputs into nearly valid ones: the mutations that find what a parser forgot.</summary>
internal sealed class Mutator(Random random, IReadOnlyList<byte[]> seeds)
{
    private const int MaximumLength = 4096;

    // Bytes that mean something to some parser.
    private static readonly byte[] Meaningful =
        [.. "\0\n\r\t \"'+,-./09:=AZ[\\]_az{|}~"u8, 0x7f, 0x80, 0xc0, 0xe2, 0xff];

    private readonly byte[] _buffer = new byte[2 * MaximumLength];
    private int _length;

    /// <summary>The next input. Valid until the one after it.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        var seed = seeds[random.Next(seeds.Count)];
        _length = Math.Min(seed.Length, MaximumLength);
        seed.AsSpan(0, _length).CopyTo(_buffer);
        for (var mutations = 1 + random.Next(3); mutations > 0; mutations--)
        {
            Mutate();
        }

        return _buffer.AsMemory(0, _length);
    }

    private void Mutate()
    {
        var at = random.Next(_length + 1);
        var span = Math.Min(1 << random.Next(8), _length - at);
        switch (random.Next(7))
        {
            case 0 when at < _length:
                _buffer[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < _length:
                _buffer[at] = Meaningful[random.Next(Meaningful.Length)];
                break;
            case 2:
                Insert(at, [Meaningful[random.Next(Meaningful.Length)]]);
                break;
            case 3:
                _buffer.AsSpan(at + span, _length - at - span).CopyTo(_buffer.AsSpan(at));
                _length -= span;
                break;
            case 4:
                Insert(random.Next(_length + 1), _buffer.AsSpan(at, span).ToArray());
                break;
            case 5:
                _length = at;
                break;
            default:
                var other = seeds[random.Next(seeds.Count)];
                var from = random.Next(other.Length + 1);
                Insert(at, other.AsSpan(from, Math.Min(1 << random.Next(10), other.Length - from)));
                break;
        }
    }

    private void Insert(int at, ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, MaximumLength - Math.Min(_length, MaximumLength))];
        _buffer.AsSpan(at, _length - at).CopyTo(_buffer.AsSpan(at + bytes.Length));
        bytes.CopyTo(_buffer.AsSpan(at));
        _length += bytes.Length;
    }
}
