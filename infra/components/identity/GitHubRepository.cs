namespace Infra.Components.Identity;

/// <summary>The repository whose workflows may act, as GitHub's tokens name it.</summary>
/// <param name="Owner">The organisation's name.</param>
/// <param name="Name">The repository's name.</param>
/// <param name="Id">The repository's number, which outlives a rename and is never given out again.</param>
/// <param name="SubjectPrefixes">
/// What the tokens' subjects start with: <c>repo:OWNER/NAME</c>, and <c>repo:OWNER@OWNER_ID/NAME@ID</c> where the
/// repository has immutable subjects. Both while it moves from one to the other.
/// </param>
/// <param name="DeployWorkflow">Path of the workflow that deploys, in the repository.</param>
/// <param name="DeployBranch">The branch whose version of that workflow may deploy.</param>
public sealed record GitHubRepository(
    string Owner,
    string Name,
    string Id,
    IReadOnlyList<string> SubjectPrefixes,
    string DeployWorkflow,
    string DeployBranch)
{
    /// <summary>The deploying workflow as the claim <c>job_workflow_ref</c> names it.</summary>
    public string DeployWorkflowReference => $"{Owner}/{Name}/{DeployWorkflow}@refs/heads/{DeployBranch}";
}
