using System.Diagnostics;
using Infra.Components.Secrets.Vault;
using Infra.Components.Secrets.Vault.Access;

namespace Infra.Tests.Charts;

/// <summary>
/// The scripts run in a real shell. In Vault's place is a double that keeps what it is told, answers as Vault's tool
/// does, and refuses what it does not know.
/// </summary>
public sealed class VaultScriptTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("strata-vault-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_vault_after_the_ceremony_gets_everything_that_is_declared()
    {
        await RunAsync();
        Assert.Equal(["file", "stdout"], Names("audit"));
        Assert.Equal(["strata"], Names("secrets"));
        Assert.Equal(["api", "default", "root", "vault-configuration", "worker"], Names("policy"));
        Assert.Equal(["api", "vault-configuration", "worker"], Names("role"));
        Assert.Equal("path \"strata/data/api/*\" { capabilities = [\"read\"] }\n", Read("policy/api"));
        Assert.Contains("bound_service_account_names=api", Read("role/api"), StringComparison.Ordinal);
        Assert.Contains("bound_service_account_namespaces=strata", Read("role/api"), StringComparison.Ordinal);
        Assert.Contains("token_policies=api ", Read("role/api"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_enables_nothing_twice()
    {
        await RunAsync();
        await RunAsync();
        Assert.Equal(["file", "stdout"], Names("audit"));
    }

    [Fact]
    public async Task What_is_not_declared_goes_and_vaults_own_stays()
    {
        Write("policy/leftover", "");
        Write("role/leftover", "");
        Write("role/api-old", "");
        await RunAsync();
        Assert.Equal(["api", "default", "root", "vault-configuration", "worker"], Names("policy"));
        Assert.Equal(["api", "vault-configuration", "worker"], Names("role"));
    }

    [Fact]
    public async Task A_step_that_fails_ends_the_run()
    {
        Write("fail", "secrets enable");
        await Assert.ThrowsAsync<InvalidOperationException>(RunAsync);
        Assert.Equal(["vault-configuration"], Names("role"));
    }

    [Fact]
    public async Task The_sidecars_script_is_one_that_a_shell_takes()
    {
        var command = VaultSidecar.Container("registry", new("tls", "/vault/tls")).Command;
        Assert.Equal(["/bin/sh", "-c"], command.Take(2));
        await ShellAsync(["-n", "-c", command[2]]);
    }

    private async Task RunAsync()
    {
        Write("policy/default", "");
        Write("policy/root", "");

        // What the ceremony leaves: without this role nobody could sign in.
        Write("policy/vault-configuration", "");
        Write("role/vault-configuration", "");
        foreach (var kind in (string[])["audit", "role", "secrets"])
        {
            _folder.CreateSubdirectory(kind);
        }

        Write("double", Double);
        const string Called = "vault() { /bin/sh \"$STORE/double\" \"$@\"; }\n";
        await ShellAsync(["-c", Called + VaultScript.Render(VaultGrants.All)]);
    }

    private async Task ShellAsync(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["STORE"] = _folder.FullName;
        using var shell = Process.Start(start) ?? throw new InvalidOperationException("There is no /bin/sh.");
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        if (shell.ExitCode != 0)
        {
            throw new InvalidOperationException($"The script ended with {shell.ExitCode}: {await output}{await error}");
        }
    }

    private string[] Names(string kind) =>
        [.. _folder.CreateSubdirectory(kind).EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder.FullName, name));

    private void Write(string name, string text)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, name));
        file.Directory?.Create();
        File.WriteAllText(file.FullName, text);
    }

    private const string Double =
        """
        #!/bin/sh
        set -eu
        if [ -f "$STORE/fail" ] && [ "$1 ${2-}" = "$(cat "$STORE/fail")" ]; then echo refused >&2; exit 2; fi
        signed_in() { [ "${VAULT_TOKEN-}" = t0ken ] || { echo "permission denied" >&2; exit 2; }; }
        json() { ls "$STORE/$1" | sed 's|.*|  "&/": {},|'; }
        case "$1 ${2-}" in
          'status ') ;;
          'write -field=token')
            [ "$3 $4" = 'auth/kubernetes/login role=vault-configuration' ] && [ -f "$STORE/role/${4#role=}" ] &&
              echo t0ken ;;
          'audit list' | 'secrets list') signed_in; json "$1" ;;
          'audit enable' | 'secrets enable')
            signed_in
            name=${3#-path=}
            [ ! -e "$STORE/$1/$name" ] || { echo "path is already in use" >&2; exit 2; }
            echo "$@" >"$STORE/$1/$name" ;;
          'list -format=yaml')
            signed_in
            case $3 in
              sys/policies/acl) ls "$STORE/policy" | sed 's/^/- /' ;;
              auth/kubernetes/role)
                [ -n "$(ls "$STORE/role")" ] || { echo "No value found at $3" >&2; exit 2; }
                ls "$STORE/role" | sed 's/^/- /' ;;
              *) exit 64 ;;
            esac ;;
          'policy write') signed_in; cat >"$STORE/policy/$3" ;;
          'policy delete') signed_in; rm "$STORE/policy/$3" ;;
          'delete auth/kubernetes/role/'*) signed_in; rm "$STORE/role/${2##*/}" ;;
          'write auth/kubernetes/config') signed_in ;;
          'write auth/kubernetes/role/'*) signed_in; echo "$@" >"$STORE/role/${2##*/}" ;;
          *) echo "the double does not know: $*" >&2; exit 64 ;;
        esac

        """;
}
