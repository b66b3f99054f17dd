using Infra.Components.Charts;

namespace Infra.Components.Secrets.Vault.Values;

/// <summary>The values of chart vault 0.32.0, as far as they are used.</summary>
internal sealed record VaultValues : ChartValues
{
    public GlobalValues Global { get; } = new();

    public required ServerValues Server { get; init; }

    public required InjectorValues Injector { get; init; }

    /// <summary>The web interface of Vault: none.</summary>
    public Switch Ui { get; } = new(false);

    /// <summary>Secrets are fetched by the injected agent.</summary>
    public Switch Csi { get; } = new(false);
}
