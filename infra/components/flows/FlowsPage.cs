using System.Text;

namespace Infra.Components.Flows;

/// <summary>Declared flows for people: a picture, and tables of who is who and why each way is open.</summary>
public static class FlowsPage
{
    /// <summary>From this many callers on, the picture has one arrow for all of them.</summary>
    private const int Many = 8;

    /// <summary>
    /// The page, in Markdown with a Mermaid picture. It names no addresses, so it is the same for each environment.
    /// </summary>
    public static string Render(FlowModel model)
    {
        var page = new StringBuilder();
        page.Append(
            """
            # Who may call what

            Rendered from the declared flows (`infra/components/flows/catalogue`); a test keeps it so. What is not
            listed is closed: by a NetworkPolicy on both ends of a pod-to-pod flow, by security groups, and for domains
            by the firewall. To open a way, add a line to `PlatformFlows`, run the tests with `ACCEPT=1`, and have the
            difference reviewed.

            - Policies do nothing until the `vpc-cni` add-on enforces them: strictly, from a pod's first packet on.
            - A node and its own pods always reach each other, which is how the kubelet probes. Pods share their node's
              security group: what a pod may reach outside the cluster, its node may reach too.
            - The firewall believes the name in a TLS handshake or Host header, on whatever port a pod may use. Names
              asked of the VPC's resolver pass it by; the resolver answers for these domains, the environment's own and
              those of AWS only.
            - There is no Argo CD, and nothing in the cluster calls GitHub: releases are pushed from outside, by digest.


            """);
        Picture(page, model);
        Flows(page, model);
        Parties(page, model);
        return page.ToString();
    }

    private static void Picture(StringBuilder page, FlowModel model)
    {
        page.Append("## Picture\n\n```mermaid\nflowchart LR\n");
        foreach (var group in model.Workloads.GroupBy(w => w.Namespace).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            page.Append($"  subgraph namespace-{group.Key} [{group.Key}]\n");
            foreach (var workload in group)
            {
                page.Append($"    {workload.Name}\n");
            }

            page.Append("  end\n");
        }

        foreach (var party in model.Parties.Where(p => p is not Workload))
        {
            page.Append(party is ExternalDomain ? $"  {party.Name}{{{{{party.Name}}}}}\n" : "  "
                + $"{party.Name}([{party.Name}])\n");
        }

        foreach (var line in Arrows(model).Distinct().Order(StringComparer.Ordinal))
        {
            page.Append($"  {line}\n");
        }

        page.Append("```\n\n");
    }

    private static IEnumerable<string> Arrows(FlowModel model)
    {
        foreach (var called in model.Flows.GroupBy(f => f.To.Name))
        {
            var callers = called.Select(f => f.From.Name).Distinct().Count();
            foreach (var pair in called.GroupBy(f => f.From.Name))
            {
                var ports = string.Join(", ", pair.Select(f => f.Port.Number).Distinct().Order());
                yield return callers >= Many
                    ? $"many-to-{called.Key}[/{callers} callers/] --> {called.Key}"
                    : $"{pair.Key} -- {ports} --> {called.Key}";
            }
        }
    }

    private static void Flows(StringBuilder page, FlowModel model)
    {
        page.Append("## Flows\n\n| to | port | from | why | owner |\n| --- | --- | --- | --- | --- |\n");
        var rows = model.Flows
            .GroupBy(f => (To: f.To.Name, f.Port, f.Reason, f.Owner))
            .OrderBy(row => row.Key.To, StringComparer.Ordinal)
            .ThenBy(row => row.Key.Port.Number)
            .ThenBy(row => row.Key.Port.Name, StringComparer.Ordinal)
            .ThenBy(row => row.Key.Reason, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var from = string.Join(", ", row.Select(f => f.From.Name));
            page.Append($"| {row.Key.To} | {row.Key.Port} | {from} | {row.Key.Reason} | {row.Key.Owner} |\n");
        }
    }

    private static void Parties(StringBuilder page, FlowModel model)
    {
        page.Append("\n## Parties\n\n| name | what | known by | security group |\n| --- | --- | --- | --- |\n");
        foreach (var party in model.Parties)
        {
            page.Append($"| {party.Name} | {party.Description} | {KnownBy(party)} | {party.Group ?? "none"} |\n");
        }
    }

    private static string KnownBy(Party party) => party switch
    {
        Workload w => $"namespace `{w.Namespace}`, " + string.Join(", ", w.Labels
            .OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"`{l.Key}={l.Value}`"))
            + $", service account `{w.ServiceAccount}`",
        Endpoint { Service: { } service } => $"VPC endpoint `{service}`, at fixed addresses",
        Endpoint => "addresses",
        ExternalDomain => "domains, of each environment",
        _ => throw new InvalidOperationException(
            $"The party '{party.Name}' is a '{party.GetType().Name}', which the page cannot show: teach it."),
    };
}
