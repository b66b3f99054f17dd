using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>Where stacks, their settings and their program are.</summary>
public abstract class Workspace : IDisposable
{
    private protected Workspace()
    {
    }

    public abstract string WorkDir { get; }

    public abstract string? PulumiHome { get; }

    public abstract string PulumiVersion { get; }

    public abstract string? SecretsProvider { get; }

    public abstract PulumiFn? Program { get; set; }

    public abstract IDictionary<string, string?>? EnvironmentVariables { get; set; }

    public abstract Task<ProjectSettings?> GetProjectSettingsAsync(CancellationToken cancellationToken = default);

    public abstract Task SaveProjectSettingsAsync(
        ProjectSettings settings, CancellationToken cancellationToken = default);

    public abstract Task<StackSettings?> GetStackSettingsAsync(
        string stackName, CancellationToken cancellationToken = default);

    public abstract Task SaveStackSettingsAsync(
        string stackName, StackSettings settings, CancellationToken cancellationToken = default);

    public abstract Task<ImmutableList<string>> SerializeArgsForOpAsync(
        string stackName, CancellationToken cancellationToken = default);

    public abstract Task PostCommandCallbackAsync(string stackName, CancellationToken cancellationToken = default);

    public abstract Task AddEnvironmentsAsync(
        string stackName, IEnumerable<string> environments, CancellationToken cancellationToken = default);

    public abstract Task RemoveEnvironmentAsync(
        string stackName, string environment, CancellationToken cancellationToken = default);

    public abstract Task<string> GetTagAsync(
        string stackName, string key, CancellationToken cancellationToken = default);

    public abstract Task SetTagAsync(
        string stackName, string key, string value, CancellationToken cancellationToken = default);

    public abstract Task RemoveTagAsync(string stackName, string key, CancellationToken cancellationToken = default);

    public abstract Task<Dictionary<string, string>> ListTagsAsync(
        string stackName, CancellationToken cancellationToken = default);

    public abstract Task<ConfigValue> GetConfigAsync(
        string stackName, string key, CancellationToken cancellationToken = default);

    public virtual Task<ConfigValue> GetConfigAsync(
        string stackName, string key, bool path, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public abstract Task<ImmutableDictionary<string, ConfigValue>> GetAllConfigAsync(
        string stackName, CancellationToken cancellationToken = default);

    public abstract Task SetConfigAsync(
        string stackName, string key, ConfigValue value, CancellationToken cancellationToken = default);

    public virtual Task SetConfigAsync(
        string stackName, string key, ConfigValue value, bool path, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public abstract Task SetAllConfigAsync(
        string stackName, IDictionary<string, ConfigValue> configMap, CancellationToken cancellationToken = default);

    public virtual Task SetAllConfigAsync(
        string stackName,
        IDictionary<string, ConfigValue> configMap,
        bool path,
        CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public abstract Task RemoveConfigAsync(string stackName, string key, CancellationToken cancellationToken = default);

    public virtual Task RemoveConfigAsync(
        string stackName, string key, bool path, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public abstract Task RemoveAllConfigAsync(
        string stackName, IEnumerable<string> keys, CancellationToken cancellationToken = default);

    public virtual Task RemoveAllConfigAsync(
        string stackName, IEnumerable<string> keys, bool path, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public abstract Task<ImmutableDictionary<string, ConfigValue>> RefreshConfigAsync(
        string stackName, CancellationToken cancellationToken = default);

    public abstract Task<WhoAmIResult> WhoAmIAsync(CancellationToken cancellationToken = default);

    public virtual Task<StackSummary?> GetStackAsync(CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public Task CreateStackAsync(string stackName) => throw Bundled.Refusal();

    public abstract Task CreateStackAsync(string stackName, CancellationToken cancellationToken);

    public Task SelectStackAsync(string stackName) => throw Bundled.Refusal();

    public abstract Task SelectStackAsync(string stackName, CancellationToken cancellationToken);

    public abstract Task RemoveStackAsync(string stackName, CancellationToken cancellationToken = default);

    public abstract Task<ImmutableList<StackSummary>> ListStacksAsync(CancellationToken cancellationToken = default);

    public abstract Task<StackDeployment> ExportStackAsync(
        string stackName, CancellationToken cancellationToken = default);

    public abstract Task ImportStackAsync(
        string stackName, StackDeployment state, CancellationToken cancellationToken = default);

    public Task InstallPluginAsync(string name, string version, PluginKind kind, CancellationToken cancellationToken)
        => throw Bundled.Refusal();

    public abstract Task RemovePluginAsync(
        string? name = null,
        string? versionRange = null,
        PluginKind kind = PluginKind.Resource,
        CancellationToken cancellationToken = default);

    public abstract Task<ImmutableList<PluginInfo>> ListPluginsAsync(CancellationToken cancellationToken = default);

    public abstract Task<ImmutableDictionary<string, OutputValue>> GetStackOutputsAsync(
        string stackName, CancellationToken cancellationToken = default);

    public abstract Task ChangeSecretsProviderAsync(
        string stackName,
        string newSecretsProvider,
        SecretsProviderOptions? secretsProviderOptions = null,
        CancellationToken cancellationToken = default);

    protected virtual void Dispose(bool disposing)
    {
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }
}
