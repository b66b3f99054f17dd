namespace Evidence.Tests.Ledger.Fuzz;

/// <summary>Turns valid inputs into nearly valid ones: the mutations that find what a parser forgot.</summary>
internal sealed class Mutator(Random random, IReadOnlyList<byte[]> seeds)
{
    private const int MaximumLength = 4096;

    // Bytes that mean something to some parser.
    private static readonly byte[] Meaningful =
        [.. "\0\n\r\t \"'+,-./09:=AZ[\\]_az{|}~"u8, 0x7f, 0x80, 0xc0, 0xe2, 0xff];

    private readonly byte[] buffer = new byte[2 * MaximumLength];
    private int length;

    /// <summary>The next input. Valid until the one after it.</summary>
    public ReadOnlyMemory<byte> Next()
    {
        var seed = seeds[random.Next(seeds.Count)];
        length = Math.Min(seed.Length, MaximumLength);
        seed.AsSpan(0, length).CopyTo(buffer);
        for (var mutations = 1 + random.Next(3); mutations > 0; mutations--)
        {
            Mutate();
        }

        return buffer.AsMemory(0, length);
    }

    private void Mutate()
    {
        var at = random.Next(length + 1);
        var span = Math.Min(1 << random.Next(8), length - at);
        switch (random.Next(7))
        {
            case 0 when at < length:
                buffer[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < length:
                buffer[at] = Meaningful[random.Next(Meaningful.Length)];
                break;
            case 2:
                Insert(at, [Meaningful[random.Next(Meaningful.Length)]]);
                break;
            case 3:
                buffer.AsSpan(at + span, length - at - span).CopyTo(buffer.AsSpan(at));
                length -= span;
                break;
            case 4:
                Insert(random.Next(length + 1), buffer.AsSpan(at, span).ToArray());
                break;
            case 5:
                length = at;
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
        bytes = bytes[..Math.Min(bytes.Length, MaximumLength - Math.Min(length, MaximumLength))];
        buffer.AsSpan(at, length - at).CopyTo(buffer.AsSpan(at + bytes.Length));
        bytes.CopyTo(buffer.AsSpan(at));
        length += bytes.Length;
    }
}
