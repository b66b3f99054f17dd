namespace Pulumi.Automation;

/// <summary>Changes of a stack's state.</summary>
public sealed class WorkspaceStackState
{
    internal WorkspaceStackState()
    {
    }

    public Task DeleteAsync(string urn, bool force = false, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task UnprotectAsync(string urn, CancellationToken cancellationToken = default) => throw Bundled.Refusal();

    public Task UnprotectAllAsync(CancellationToken cancellationToken = default) => throw Bundled.Refusal();
}
