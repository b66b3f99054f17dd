using System.Net;

namespace Infra.Components.Flows;

/// <summary>Arithmetic on IPv4 networks.</summary>
internal static class Networks
{
    /// <summary>Everywhere.</summary>
    public static readonly IPNetwork Any = IPNetwork.Parse("0.0.0.0/0");

    /// <summary>What is never the internet: private, shared, link-local and loopback addresses (RFC 6890).</summary>
    public static readonly IReadOnlyList<IPNetwork> Internal =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"),
    ];

    /// <summary>
    /// Whether a range stands for the internet. One that is wider than an internal range stands for its public part
    /// only.
    /// </summary>
    public static bool Public(IPNetwork range) => !Internal.Any(i => Within(range, i));

    /// <summary>The internal ranges that a range has in it and does not stand for.</summary>
    public static IEnumerable<IPNetwork> InternalPart(IPNetwork range) =>
        Internal.Where(i => i != range && Within(i, range));

    /// <summary>Two networks overlap exactly when one holds the first address of the other.</summary>
    public static bool Overlap(IPNetwork one, IPNetwork other) =>
        one.Contains(other.BaseAddress) || other.Contains(one.BaseAddress);

    /// <summary>Whether all of <paramref name="inner"/> is in <paramref name="outer"/>.</summary>
    public static bool Within(IPNetwork inner, IPNetwork outer) =>
        inner.PrefixLength >= outer.PrefixLength && outer.Contains(inner.BaseAddress);

    /// <summary>The address <paramref name="offset"/> places above the first, as a network of one.</summary>
    public static IPNetwork Host(IPNetwork network, uint offset)
    {
        var address = network.BaseAddress.GetAddressBytes();
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(
            address, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(address) + offset);
        return new IPNetwork(new IPAddress(address), 32);
    }
}
