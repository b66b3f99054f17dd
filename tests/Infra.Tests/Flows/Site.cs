using System.Buffers.Binary;
using System.Net;
using Infra.Components.Flows;
using Infra.Tests.Flows.Evaluation;

namespace Infra.Tests.Flows;

/// <summary>A place where the parties of a model run, with strangers that nobody declared.</summary>
internal sealed class Site
{
    /// <summary>An address on the internet that every range of public addresses in the tests holds.</summary>
    private static readonly IPAddress Somewhere = IPAddress.Parse("203.0.113.7");

    public Site(FlowModel model, IPNetwork pods)
    {
        Host[] workloads = [.. model.Workloads.Select((w, i) => Pod(w, At(pods, 100 + i)))];
        Parties =
        [
            .. workloads,
            .. model.Parties.OfType<Endpoint>().SelectMany(e => e.Addresses.Select(a => new Host(e.Name, In(a))
            {
                SecurityGroup = e.SecurityGroup,
                SeenBySecurityGroups = !e.BeyondSecurityGroups,
            })),
            .. model.Parties.OfType<ExternalDomain>().SelectMany(e => e.Domains.Select(d =>
                new Host(e.Name, Somewhere) { Domain = d.StartsWith('.') ? $"www{d}" : d })),
        ];
        Strangers =
        [
            .. workloads.GroupBy(w => w.Namespace).Select((g, i) => new Host($"stranger in {g.Key}", At(pods, 50 + i))
            {
                Namespace = g.Key,
                Labels = new Dictionary<string, string> { ["app"] = "stranger" },
                SecurityGroup = SecurityGroupNames.Nodes,
            }),
            new Host("stranger domain", Somewhere) { Domain = "www.stranger.example" },
        ];
        Impostors = [.. workloads.Select((w, i) => w with
        {
            Name = $"impostor of {w.Name}",
            Namespace = "elsewhere",
            Address = At(pods, 200 + i),
        })];
    }

    /// <summary>The declared parties, one host for each address or domain.</summary>
    public IReadOnlyList<Host> Parties { get; }

    /// <summary>
    /// A pod in every namespace with labels of its own, and a domain: nobody may call or be called by them.
    /// </summary>
    public IReadOnlyList<Host> Strangers { get; }

    /// <summary>Pods labelled as the workloads are, in a namespace that has no policies at all.</summary>
    public IReadOnlyList<Host> Impostors { get; }

    private static Host Pod(Workload workload, IPAddress address) => new(workload.Name, address)
    {
        Namespace = workload.Namespace,
        Labels = workload.Labels,
        NamedPorts = workload.Ports.ToDictionary(p => $"{p.Name}", p => p.Number),
        SecurityGroup = SecurityGroupNames.Nodes,
    };

    private static IPAddress In(IPNetwork range) =>
        range.PrefixLength == 32 ? range.BaseAddress : range.Contains(Somewhere) ? Somewhere : At(range, 10);

    private static IPAddress At(IPNetwork range, int offset)
    {
        var bytes = range.BaseAddress.GetAddressBytes();
        BinaryPrimitives.WriteUInt32BigEndian(bytes, BinaryPrimitives.ReadUInt32BigEndian(bytes) + (uint)offset);
        return new IPAddress(bytes);
    }
}
