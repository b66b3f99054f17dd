using System.Globalization;
using System.Text;
using Evidence.Pipeline.Catalogue;

namespace Infra.Automation.Policies;

/// <summary>The rules for people, in Markdown.</summary>
public static class PoliciesPage
{
    /// <summary>The page; <c>docs/policies.md</c> holds it.</summary>
    public static string Render()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture,
            $"""
            # Policies

            Rendered from the {PolicyCatalogue.Rules.Length} rules in `infra/automation/policies`; a test keeps it so.
            `strata policy ENV` checks an environment's graph against all of them, without a cloud. Every rule has a
            test that breaks the real graph of prod in one place and sees this rule fire and no other.

            A finding that is right for now goes into `infra/stacks/policies/suppressions.yaml`, with an owner, a
            reason, a ticket and an expiry. A rule's number is never given to another rule.


            """);
        foreach (var theme in PolicyCatalogue.Rules.GroupBy(rule => rule.Theme))
        {
            page.Append(CultureInfo.InvariantCulture, $"## {theme.Key.Title}\n\n");
            foreach (var rule in theme)
            {
                page.Append(CultureInfo.InvariantCulture,
                    $"""
                    ### {rule.Id}: {rule.Title}

                    {rule.Reason} **{rule.Severity}.** {rule.Remedy}

                    Serves {string.Join(", ", rule.Controls.Select(Control))}.


                    """);
            }
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Control(string id) =>
        $"{id} ({EvidenceCatalogue.Current.ControlOf(id).Title.ToLowerInvariant()})";
}
