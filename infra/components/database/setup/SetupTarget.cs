namespace Infra.Components.Database.Setup;

/// <summary>A database that the setup makes.</summary>
/// <param name="Key">What it is called in the setup: letters, digits and hyphens, unique there.</param>
/// <param name="Host">Host name of its instance.</param>
/// <param name="MasterSecretArn">ARN of the secret of the instance's master user.</param>
/// <param name="Database">The database and its role.</param>
/// <param name="SecretArn">ARN of the secret that the role's credentials go to.</param>
public sealed record SetupTarget(
    string Key, Input<string> Host, Input<string> MasterSecretArn, PlatformDatabase Database, Input<string> SecretArn)
{
    /// <summary>The line about it that the scripts read.</summary>
    internal Output<string> Line => Output.Tuple(Host, MasterSecretArn, SecretArn).Apply(found =>
        $"{Key} {found.Item1} {found.Item2} {Database.Database} {Database.Role} {found.Item3}");
}
