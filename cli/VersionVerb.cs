using System.CommandLine;
using System.Reflection;
using Strata.Cli.Frame;

namespace Strata.Cli;

/// <summary><c>strata version</c>: what is running, and on which Pulumi SDK it was built.</summary>
internal sealed class VersionVerb(App app) : Verb(app, "version", "Shows the version of strata and of its Pulumi SDK.")
{
    public static string Current { get; } =
        typeof(VersionVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "unknown";

    private readonly Option<bool> _json = CommonOptions.Json();

    protected override void Declare() => Add(_json);

    protected override Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_json))
        {
            Screen.WriteJson(new { version = Current });
        }
        else
        {
            Screen.WriteLine($"strata {Current}");
        }

        return Task.FromResult(ExitCodes.Done);
    }
}
