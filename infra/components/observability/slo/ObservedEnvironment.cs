namespace Infra.Components.Observability.Slo;

/// <summary>What rules, routes and dashboards need to know of an environment.</summary>
/// <param name="Name">Its name, the value of the label <c>environment</c>.</param>
/// <param name="Partition">AWS partition, such as <c>aws</c>.</param>
/// <param name="Region">AWS region of the topics that are notified.</param>
/// <param name="Account">AWS account, twelve digits.</param>
/// <param name="Prefix">What every name in the account starts with.</param>
/// <param name="Pages">Whether somebody is woken; where not, a page is a ticket.</param>
/// <param name="Repository">The repository that holds the runbooks, <c>owner/name</c> on github.com.</param>
public sealed record ObservedEnvironment(
    string Name, string Partition, string Region, string Account, string Prefix, bool Pages, string Repository)
{
    /// <summary>
    /// The environment whose promises it keeps, as objectives name it in <c>ObjectiveIn</c>. Itself by default.
    /// </summary>
    public string Promises { get; init; } = Name;

    /// <summary>Where a runbook is read.</summary>
    public string RunbookUrl(string slug) => $"https://github.com/{Repository}/blob/main/runbooks/{slug}.md";
}
