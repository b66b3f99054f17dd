using Evidence.Pipeline.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Evidence.Pipeline.Catalogue;

/// <summary>
/// The kinds, controls and retention classes there are. Whatever else is asked for is refused by name.
/// </summary>
public sealed class EvidenceCatalogue
{
    private readonly Dictionary<string, EvidenceKind> _kinds;
    private readonly Dictionary<string, Control> _controls;
    private readonly Dictionary<string, RetentionClass> _retention;

    private EvidenceCatalogue(List<EvidenceKind> kinds, List<Control> controls, IReadOnlyList<RetentionClass> retention)
    {
        (Kinds, Controls, Retention) = (kinds, controls, retention);
        _kinds = kinds.ToDictionary(k => Fold(k.Name));
        _controls = controls.ToDictionary(c => Fold(c.Id));
        _retention = retention.ToDictionary(r => Fold(r.Name));
    }

    /// <summary>The catalogue that this version of strata was built with.</summary>
    public static EvidenceCatalogue Current { get; } = Load();

    /// <summary>All kinds, in the file's order.</summary>
    public IReadOnlyList<EvidenceKind> Kinds { get; }

    /// <summary>All controls, in the file's order.</summary>
    public IReadOnlyList<Control> Controls { get; }

    /// <summary>All retention classes, in the file's order, without the environment's own.</summary>
    public IReadOnlyList<RetentionClass> Retention { get; }

    /// <summary>The kind of that name.</summary>
    /// <exception cref="EvidenceException">There is none; the message lists those there are.</exception>
    public EvidenceKind KindOf(string name) => _kinds.TryGetValue(Fold(name), out var kind)
        ? kind
        : throw Unknown("kind", name, [.. Kinds.Select(k => k.Name)]);

    /// <summary>
    /// The control of that id. Case does not matter, nor whether a hyphen, a colon or a space joins it.
    /// </summary>
    /// <exception cref="EvidenceException">There is none; the message lists those there are.</exception>
    public Control ControlOf(string id) => _controls.TryGetValue(Fold(id), out var control)
        ? control
        : throw Unknown("control", id, [.. Controls.Select(c => c.Id)]);

    /// <summary>The retention class of that name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="environmentDefault">The environment's own, known by its name as well.</param>
    /// <exception cref="EvidenceException">There is none; the message lists those there are.</exception>
    public RetentionClass RetentionOf(string name, RetentionClass environmentDefault)
    {
        ArgumentNullException.ThrowIfNull(environmentDefault);
        return Fold(name) == Fold(environmentDefault.Name) ? environmentDefault
            : _retention.TryGetValue(Fold(name), out var found) ? found
            : throw Unknown("retention class", name, [environmentDefault.Name, .. Retention.Select(r => r.Name)]);
    }

    private static string Fold(string name) =>
        name.Trim().Replace(' ', '-').Replace(':', '-').ToUpperInvariant();

    private static EvidenceException Unknown(string what, string name, IReadOnlyList<string> known)
    {
        var guess = Nearest.Of(name, known) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";
        return new EvidenceException(
            EvidenceFault.BadInput,
            $"There is no {what} {Quoted.Of(name)}.{guess} There are: {string.Join(", ", known)}.");
    }

    private static EvidenceCatalogue Load()
    {
        var controls = Read<Control>("controls.yaml");
        using var retention = Open("retention.yaml");
        return new EvidenceCatalogue(
            Read<EvidenceKind>("kinds.yaml"),
            controls,
            RetentionFile.Read(retention, "retention.yaml", controls.Select(c => c.Id).ToHashSet()));
    }

    private static StreamReader Open(string file) => new(
        typeof(EvidenceCatalogue).Assembly.GetManifestResourceStream(file)
        ?? throw new InvalidDataException($"{file} is not in this build."));

    private static List<T> Read<T>(string file)
    {
        using var reader = Open(file);
        try
        {
            return new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .WithDuplicateKeyChecking()
                .WithEnforceRequiredMembers()
                .WithTypeMapping<IReadOnlyList<string>, List<string>>()
                .Build()
                .Deserialize<List<T>>(reader);
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"{file}, line {e.Start.Line}: {e.Message}", e);
        }
    }
}
