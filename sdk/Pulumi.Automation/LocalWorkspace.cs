using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>A workspace in a folder of this machine, worked by the Pulumi CLI.</summary>
public sealed class LocalWorkspace : Workspace
{
    internal LocalWorkspace()
    {
    }

    public override string WorkDir => throw Bundled.Refusal();

    public override string? PulumiHome => throw Bundled.Refusal();

    public override string PulumiVersion => throw Bundled.Refusal();

    public override string? SecretsProvider => throw Bundled.Refusal();

    public override PulumiFn? Program
    {
        get => throw Bundled.Refusal();
        set => throw Bundled.Refusal();
    }

    public override IDictionary<string, string?>? EnvironmentVariables
    {
        get => throw Bundled.Refusal();
        set => throw Bundled.Refusal();
    }

    public static Task<LocalWorkspace> CreateAsync(
        LocalWorkspaceOptions? options = null, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public static Task<WorkspaceStack> CreateStackAsync(InlineProgramArgs args) => throw Bundled.Refusal();

    public static Task<WorkspaceStack> CreateStackAsync(InlineProgramArgs args, CancellationToken cancellationToken)
        => throw Bundled.Refusal();

    public static Task<WorkspaceStack> CreateStackAsync(LocalProgramArgs args) => throw Bundled.Refusal();

    public static Task<WorkspaceStack> CreateStackAsync(LocalProgramArgs args, CancellationToken cancellationToken)
        => throw Bundled.Refusal();

    public static Task<WorkspaceStack> SelectStackAsync(InlineProgramArgs args) => throw Bundled.Refusal();

    public static Task<WorkspaceStack> SelectStackAsync(InlineProgramArgs args, CancellationToken cancellationToken)
        => throw Bundled.Refusal();

    public static Task<WorkspaceStack> SelectStackAsync(LocalProgramArgs args) => throw Bundled.Refusal();

    public static Task<WorkspaceStack> SelectStackAsync(LocalProgramArgs args, CancellationToken cancellationToken)
        => throw Bundled.Refusal();

    public static Task<WorkspaceStack> CreateOrSelectStackAsync(InlineProgramArgs args) => throw Bundled.Refusal();

    public static Task<WorkspaceStack> CreateOrSelectStackAsync(
        InlineProgramArgs args, CancellationToken cancellationToken)
        => throw Bundled.Refusal();

    public static Task<WorkspaceStack> CreateOrSelectStackAsync(LocalProgramArgs args) => throw Bundled.Refusal();

    public static Task<WorkspaceStack> CreateOrSelectStackAsync(
        LocalProgramArgs args, CancellationToken cancellationToken)
        => throw Bundled.Refusal();

    public override Task<ProjectSettings?> GetProjectSettingsAsync(CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task SaveProjectSettingsAsync(
        ProjectSettings settings, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task<StackSettings?> GetStackSettingsAsync(
        string stackName, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task SaveStackSettingsAsync(
        string stackName, StackSettings settings, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task<ImmutableList<string>> SerializeArgsForOpAsync(
        string stackName, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task PostCommandCallbackAsync(string stackName, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task AddEnvironmentsAsync(
        string stackName, IEnumerable<string> environments, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task RemoveEnvironmentAsync(
        string stackName, string environment, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task<string> GetTagAsync(
        string stackName, string key, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task SetTagAsync(
        string stackName, string key, string value, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task RemoveTagAsync(string stackName, string key, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task<Dictionary<string, string>> ListTagsAsync(
        string stackName, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task<ConfigValue> GetConfigAsync(
        string stackName, string key, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task<ConfigValue> GetConfigAsync(
        string stackName, string key, bool path, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task<ImmutableDictionary<string, ConfigValue>> GetAllConfigAsync(
        string stackName, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task SetConfigAsync(
        string stackName, string key, ConfigValue value, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task SetConfigAsync(
        string stackName, string key, ConfigValue value, bool path, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task SetAllConfigAsync(
        string stackName, IDictionary<string, ConfigValue> configMap, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task SetAllConfigAsync(
        string stackName,
        IDictionary<string, ConfigValue> configMap,
        bool path,
        CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task RemoveConfigAsync(string stackName, string key, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task RemoveConfigAsync(
        string stackName, string key, bool path, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task RemoveAllConfigAsync(
        string stackName, IEnumerable<string> keys, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task RemoveAllConfigAsync(
        string stackName, IEnumerable<string> keys, bool path, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task<ImmutableDictionary<string, ConfigValue>> RefreshConfigAsync(
        string stackName, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task<WhoAmIResult> WhoAmIAsync(CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task CreateStackAsync(string stackName, CancellationToken cancellationToken)
        => throw Bundled.Refusal();

    public override Task SelectStackAsync(string stackName, CancellationToken cancellationToken)
        => throw Bundled.Refusal();

    public override Task RemoveStackAsync(string stackName, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task<ImmutableList<StackSummary>> ListStacksAsync(CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task<StackDeployment> ExportStackAsync(
        string stackName, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task ImportStackAsync(
        string stackName, StackDeployment state, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task RemovePluginAsync(
        string? name = null,
        string? versionRange = null,
        PluginKind kind = PluginKind.Resource,
        CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task<ImmutableList<PluginInfo>> ListPluginsAsync(CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task<ImmutableDictionary<string, OutputValue>> GetStackOutputsAsync(
        string stackName, CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    public override Task ChangeSecretsProviderAsync(
        string stackName,
        string newSecretsProvider,
        SecretsProviderOptions? secretsProviderOptions,
        CancellationToken cancellationToken = default)
        => throw Bundled.Refusal();

    protected override void Dispose(bool disposing) => base.Dispose(disposing);
}
