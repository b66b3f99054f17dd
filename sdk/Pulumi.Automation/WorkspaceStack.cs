using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>A stack in a workspace.</summary>
public sealed class WorkspaceStack : IDisposable
{
    internal WorkspaceStack()
    {
    }

    public string Name => throw Bundled.Refusal();

    public Workspace Workspace => throw Bundled.Refusal();

    public WorkspaceStackState State => throw Bundled.Refusal();

    public static Task<WorkspaceStack> CreateAsync(
        string name, Workspace workspace, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public static Task<WorkspaceStack> SelectAsync(
        string name, Workspace workspace, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public static Task<WorkspaceStack> CreateOrSelectAsync(
        string name, Workspace workspace, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task<string> GetTagAsync(string key, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task SetTagAsync(string key, string value, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task RemoveTagAsync(string key, CancellationToken cancellationToken = default) => throw Bundled.Refusal();

    public Task<Dictionary<string, string>> ListTagsAsync(CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task<ConfigValue> GetConfigAsync(string key, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task<ConfigValue> GetConfigAsync(string key, bool path, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task<ImmutableDictionary<string, ConfigValue>> GetAllConfigAsync(
        CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task SetConfigAsync(string key, ConfigValue value, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task SetConfigAsync(string key, ConfigValue value, bool path, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task SetAllConfigAsync(
        IDictionary<string, ConfigValue> configMap, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task SetAllConfigAsync(
        IDictionary<string, ConfigValue> configMap, bool path, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task RemoveConfigAsync(string key, CancellationToken cancellationToken = default) => throw Bundled.Refusal();

    public Task RemoveConfigAsync(string key, bool path, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task RemoveAllConfigAsync(IEnumerable<string> keys, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task RemoveAllConfigAsync(IEnumerable<string> keys, bool path, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task<ImmutableDictionary<string, ConfigValue>> RefreshConfigAsync(
        CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task AddEnvironmentsAsync(IEnumerable<string> environments, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task RemoveEnvironmentAsync(string environment, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task ChangeSecretsProviderAsync(
        string newSecretsProvider,
        SecretsProviderOptions? secretsProviderOptions = null,
        CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task<UpResult> UpAsync(UpOptions? options = null, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task<PreviewResult> PreviewAsync(
        PreviewOptions? options = null, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task<UpdateResult> RefreshAsync(
        RefreshOptions? options = null, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task<UpdateResult> DestroyAsync(
        DestroyOptions? options = null, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task<ImportResult> ImportAsync(ImportOptions options, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task<ImmutableDictionary<string, OutputValue>> GetOutputsAsync(CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task<ImmutableList<UpdateSummary>> GetHistoryAsync(
        HistoryOptions? options = null, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task<StackDeployment> ExportStackAsync(CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task ImportStackAsync(StackDeployment state, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task<UpdateSummary?> GetInfoAsync(CancellationToken cancellationToken = default) => throw Bundled.Refusal();

    public Task CancelAsync(CancellationToken cancellationToken = default) => throw Bundled.Refusal();

    public void Dispose()
    {
    }
}
