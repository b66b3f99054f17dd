using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Infra.Components.Flows;

namespace Infra.Tests.Flows;

/// <summary>Models that no platform has, which must be rendered as faithfully as the one that it has.</summary>
internal static class RandomModels
{
    public static readonly IPNetwork PodRange = IPNetwork.Parse("10.1.0.0/16");

    private static readonly Port[] KnownPorts =
    [
        new("http", 80), new("https", 443), new("dns", 53, Transport.Udp), new("dns-tcp", 53), new("high", 65535),
    ];

    /// <summary>A model, or null where the declarations were refused: some put two parties at one address.</summary>
    public static readonly Gen<FlowModel?> Any =
        from workloads in Some(8, i =>
            from ns in Gen.Elements("one", "two", "three")
            from tier in Gen.Elements("web", "db", null)
            from ports in Ports(KnownPorts)
            select (Party)new Workload($"w{i}", "pods", ns, Labels(i, tier), "default") { Ports = ports })
        from endpoints in Some(5, i =>
            from shared in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
            from wide in Gen.Elements(24, 28, 32)
            from sg in Gen.Elements("endpoints", "database", null)
            from beyond in Gen.Elements(true, false, false)
            from ports in Ports(KnownPorts)
            select (Party)new Endpoint($"e{i}", "addresses", [IPNetwork.Parse($"10.0.{(shared ? 0 : i)}.0/{wide}")])
            {
                SecurityGroup = beyond ? null : sg,
                BeyondSecurityGroups = beyond,
                Ports = ports,
            })
        from domains in Some(3, i =>
            from below in Gen.Elements("", ".")
            from ports in Ports([.. KnownPorts.Where(p => p.Name is "http" or "https")])
            select (Party)new ExternalDomain($"d{i}", "domains", [$"{below}d{i}.example.com"]) { Ports = ports })
        let parties = (Party[])[.. workloads, .. endpoints, .. domains]
        from flows in Flows(parties)
        select Declared(parties, flows);

    private static Gen<List<T>> Some<T>(int most, Func<int, Gen<T>> each) =>
        Gen.Choose(0, most).SelectMany(n => Gen.CollectToList(Enumerable.Range(0, n), each));

    private static Gen<Port[]> Ports(Port[] known) => Gen.SubListOf(known).Select(p => p.ToArray());

    private static Gen<Flow[]> Flows(Party[] parties)
    {
        Flow[] all =
        [
            .. from caller in parties
               where caller is not ExternalDomain
               from called in parties
               from port in called.Ports
               where caller is Workload || called is Workload
               select new Flow(caller, called, port, "A random model has it.", "nobody"),
        ];
        return
            from one in Gen.Choose(1, 12)
            from picked in Gen.CollectToList(all, f => Gen.Choose(1, one).Select(n => n == 1 ? f : null))
            select picked.OfType<Flow>().ToArray();
    }

    private static FlowModel? Declared(Party[] parties, Flow[] flows)
    {
        try
        {
            return new FlowModel(parties, flows);
        }
        catch (FlowModelException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Labels(int i, string? tier)
    {
        var labels = new Dictionary<string, string> { ["app"] = $"a{i}" };
        if (tier is not null)
        {
            labels["tier"] = tier;
        }

        return labels;
    }
}
