using System.Net.Sockets;
using System.Text.RegularExpressions;
using Infra.Components.Flows.NetworkPolicies;

namespace Infra.Components.Flows;

/// <summary>What each party must be for its flows to be enforced.</summary>
internal static partial class PartyChecks
{
    public static IEnumerable<string> Of(IReadOnlyList<Party> parties) =>
    [
        .. parties.GroupBy(p => p.Name).Where(g => g.Count() > 1).Select(g =>
            $"The party '{g.Key}' is declared {g.Count()} times: a name stands for one party."),
        .. parties.SelectMany(Name),
        .. parties.SelectMany(Ports),
        .. parties.OfType<Workload>().SelectMany(Workload),
        .. from one in parties.OfType<Workload>()
           from other in parties.OfType<Workload>()
           where one != other && one.Namespace == other.Namespace && one.Labels.All(other.Labels.Contains)
           select $"The pods of '{other.Name}' have all labels of '{one.Name}' in namespace '{one.Namespace}', so they "
               + "would get its flows too: give the two different values of one label.",
        .. parties.OfType<Endpoint>().SelectMany(Endpoint),
        .. parties.OfType<ExternalDomain>().SelectMany(Domain),
    ];

    private static IEnumerable<string> Name(Party party)
    {
        if (!DnsLabel().IsMatch(party.Name))
        {
            yield return $"The party name '{party.Name}' is no DNS label: use lower-case letters, digits and hyphens, "
                + "at most 63.";
        }
    }

    private static IEnumerable<string> Ports(Party party)
    {
        foreach (var port in party.Ports)
        {
            if (port.Number is < 1 or > 65535 || port.ServicePort is < 1 or > 65535)
            {
                yield return $"The port '{port}' of '{party.Name}' is out of range: a port is 1 to 65535.";
            }

            if (!PortName().IsMatch(port.Name))
            {
                yield return $"The port name '{port.Name}' of '{party.Name}' is no port name of Kubernetes: use at "
                    + "most 15 lower-case letters, digits and single hyphens, with at least one letter.";
            }
        }

        foreach (var twice in party.Ports.GroupBy(p => (p.Name, p.Transport)).Where(g => g.Count() > 1))
        {
            yield return $"The party '{party.Name}' has {twice.Count()} ports named '{twice.Key.Name}': a name stands "
                + "for one number of a transport.";
        }

        foreach (var twice in party.Ports.GroupBy(p => (p.Number, p.Transport)).Where(g => g.Count() > 1))
        {
            yield return $"The party '{party.Name}' has {twice.Count()} names for the port '{twice.First()}': keep "
                + "one.";
        }
    }

    private static IEnumerable<string> Workload(Workload workload)
    {
        if (workload.Name == PolicyRenderer.DefaultDeny)
        {
            yield return $"The workload '{workload.Name}' has the name of the policy that closes its namespace: choose "
                + "another.";
        }

        if (workload.Labels.Count == 0)
        {
            yield return $"The workload '{workload.Name}' has no labels, so its policy would select every pod of "
                + $"namespace '{workload.Namespace}': name the labels of its pods.";
        }

        if (!DnsLabel().IsMatch(workload.Namespace))
        {
            yield return $"The namespace '{workload.Namespace}' of '{workload.Name}' is no DNS label.";
        }

        if (string.IsNullOrWhiteSpace(workload.ServiceAccount))
        {
            yield return $"The workload '{workload.Name}' has no service account: name the one its pods run as.";
        }

        // https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html, considerations.
        if (workload.Controller is Controller.None)
        {
            yield return $"The pods of '{workload.Name}' have no owner, and the VPC CNI applies no policy to such "
                + "pods: run them from a Deployment, StatefulSet, DaemonSet or Job.";
        }
    }

    private static IEnumerable<string> Endpoint(Endpoint endpoint)
    {
        if (endpoint.Addresses.Count == 0)
        {
            yield return $"The endpoint '{endpoint.Name}' has no addresses, so no policy can name it: give at least "
                + "one.";
        }

        foreach (var address in endpoint.Addresses.Where(a =>
            a.BaseAddress.AddressFamily is not AddressFamily.InterNetwork))
        {
            yield return $"The address '{address}' of '{endpoint.Name}' is not IPv4: the cluster's pods have IPv4 "
                + "only.";
        }
    }

    private static IEnumerable<string> Domain(ExternalDomain external)
    {
        if (external.Domains.Count == 0)
        {
            yield return $"The party '{external.Name}' has no domains: name at least one.";
        }

        foreach (var domain in external.Domains.Where(d => !HostName().IsMatch(d)))
        {
            yield return $"The domain '{domain}' of '{external.Name}' is no host name in lower case: write "
                + "'example.com', or '.example.com' for every name below it too.";
        }

        foreach (var port in external.Ports.Where(p =>
            p.Name is not (ExternalDomain.Http or ExternalDomain.Https) || p.Transport is not Transport.Tcp))
        {
            yield return $"The port '{port}' of '{external.Name}' cannot be judged by domain: the firewall reads names "
                + $"from TLS and HTTP only, so name it '{ExternalDomain.Https}' or '{ExternalDomain.Http}'.";
        }
    }

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$")]
    private static partial Regex DnsLabel();

    [GeneratedRegex("^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex PortName();

    [GeneratedRegex(@"^\.?([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)+[a-z]{2,}$")]
    private static partial Regex HostName();
}
