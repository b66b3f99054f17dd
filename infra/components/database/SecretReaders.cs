namespace Infra.Components.Database;

/// <summary>
/// The roles that may see a database's credentials. Their names are the contract: secrets refuse every other one, also
/// before the roles exist.
/// </summary>
public static class SecretReaders
{
    /// <summary>
    /// Name of the role that copies secrets into the cluster: External Secrets takes it to read them.
    /// </summary>
    public static string Copier(string prefix) => $"{prefix}-external-secrets";

    /// <summary>Name of the role that makes databases, roles and passwords; see the job of <c>setup/</c>.</summary>
    public static string Maker(string prefix) => $"{prefix}-database-setup";

    internal static string Arn(string partition, string account, string role) =>
        $"arn:{partition}:iam::{account}:role/{role}";
}
