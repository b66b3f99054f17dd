using System.CommandLine;
using Strata.Cli.Frame;

namespace Strata.Cli.Evidence.Keys;

/// <summary><c>strata evidence key</c>: who signs, and who is believed.</summary>
internal sealed class KeyCommand : Command
{
    public KeyCommand(App app)
        : base("key", "Makes, replaces, revokes and lists signing keys, and writes the reviewer's trust file.")
    {
        Add(new KeyNewVerb(app));
        Add(new KeyRotateVerb(app));
        Add(new KeyRevokeVerb(app));
        Add(new KeyListVerb(app));
        Add(new KeyTrustVerb(app));
    }
}
