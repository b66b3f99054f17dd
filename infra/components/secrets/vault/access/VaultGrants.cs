using Infra.Components.Flows.Catalogue;

namespace Infra.Components.Secrets.Vault.Access;

/// <summary>Who may do what in Vault. A role or policy that is not here is deleted when this is applied.</summary>
public static class VaultGrants
{
    /// <summary>Where the platform's secrets are: key and value, with versions.</summary>
    public const string Mount = "strata";

    /// <summary>What applies these grants. The ceremony that initialises Vault gives it its own.</summary>
    public static VaultGrant Configuration { get; } = new(
        PlatformWorkloads.VaultConfiguration,
        new("auth/kubernetes/config", "create", "read", "update"),
        new("auth/kubernetes/role", "list"),
        new("auth/kubernetes/role/*", "create", "delete", "read", "update"),
        new("sys/audit", "read", "sudo"),
        new("sys/audit/*", "create", "read", "sudo", "update"),
        new("sys/mounts", "read"),
        new($"sys/mounts/{Mount}", "create", "read", "update"),
        new("sys/policies/acl", "list"),
        new("sys/policies/acl/*", "create", "delete", "read", "update"));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<VaultGrant> All { get; } =
    [
        new(PlatformWorkloads.Api, new VaultPath($"{Mount}/data/api/*", "read")),
        Configuration,
        new(PlatformWorkloads.Worker, new VaultPath($"{Mount}/data/worker/*", "read")),
    ];
}
