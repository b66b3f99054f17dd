namespace Infra.Components.Observability.Alertmanager;

/// <summary>
/// A secret that Alertmanager reads from a mounted file. There is no way to write a secret itself into the
/// configuration.
/// </summary>
public sealed record SecretFile
{
    /// <summary>Where the secrets of Alertmanager are mounted.</summary>
    public const string Folder = "/etc/alertmanager/secrets";

    /// <summary>The file <c>/etc/alertmanager/secrets/NAME</c>.</summary>
    /// <exception cref="ArgumentException">The name is no plain file name.</exception>
    public SecretFile(string name)
    {
        Name = Promql.PromNames.IsSlug(name)
            ? name
            : throw new ArgumentException(
                $"'{name}' cannot name a secret of Alertmanager: use lower-case words joined by hyphens, the key in "
                    + "the mounted secret.", nameof(name));
    }

    /// <summary>The key in the mounted secret.</summary>
    public string Name { get; }

    /// <summary>The file.</summary>
    public string Path => $"{Folder}/{Name}";
}
