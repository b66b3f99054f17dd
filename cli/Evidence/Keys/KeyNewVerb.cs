using System.CommandLine;
using Evidence.Pipeline.Signing;
using Evidence.Pipeline.Text;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence.Keys;

/// <summary><c>strata evidence key new</c>.</summary>
internal sealed class KeyNewVerb(App app) : Verb(
    app, "new", "Makes a signing key on this machine, and puts its public half into the trust folder.")
{
    private static readonly string[] _usual = [KeyRoles.ToText(KeyRole.Writer), KeyRoles.ToText(KeyRole.Log)];

    private readonly Argument<string> _name = new("NAME")
    {
        Description = "Name of the key on this machine: lowercase letters, digits and hyphens.",
    };

    private readonly Option<string?> _identity = new("--identity")
    {
        Description = "Whose key it is, such as alice@example.com; without it, its name. Two of one are one signer.",
        HelpName = "IDENTITY",
    };

    private readonly Option<string[]> _roles = new("--role")
    {
        Description = $"What it may sign: {KeyRoles.Names}. May be given more than once; without it, writer and log.",
        HelpName = "ROLE",
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public override IReadOnlyList<Example> Examples =>
    [
        new("strata evidence key new alice --role hold-officer --role log", "Makes the key of who puts holds on."),
    ];

    protected override void Declare()
    {
        Add(_name);
        Add(_identity);
        Add(_roles);
        Add(_json);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (keys, name) = (new LocalKeys(App), parsed.GetRequiredValue(_name));
        var roles = parsed.GetValue(_roles) is { Length: > 0 } given ? given : _usual;
        var key = await LocalSigningKey.CreateAsync(
            keys.Folder,
            name,
            parsed.GetValue(_identity) ?? name,
            roles.Select(Role).ToHashSet(),
            keys.Trust,
            App.Time,
            cancellationToken);
        if (parsed.GetValue(_json))
        {
            Screen.WriteJson(KeyView.Of(key, name));
        }

        Screen.Success(
            $"{name} is the key {key.Id} of {Quoted.Of(key.Identity)}. Hand its public half in {keys.Trust.Path} to "
            + "whoever shall believe it.");
        return ExitCodes.Done;
    }

    private static KeyRole Role(string name) => KeyRoles.TryParse(name, out var role)
        ? role
        : throw new UsageException($"{Quoted.Of(name)} is no role. There are: {KeyRoles.Names}.");
}
