using System.Text;

namespace Infra.Components.Secrets.Vault.Access;

/// <summary>
/// <see cref="VaultGrants"/> as commands of Vault's own tool. Each step looks before it makes something and can be
/// repeated: a run that was cut short is run again.
/// </summary>
public static class VaultScript
{
    private const string Auth = "auth/kubernetes";

    /// <summary>Policies that Vault has by itself and lets nobody delete.</summary>
    private const string OwnPolicies = "default root";

    /// <summary>The script that the job runs, for <c>/bin/sh</c>.</summary>
    public static string Render(IReadOnlyList<VaultGrant> grants)
    {
        var names = string.Join(' ', grants.Select(grant => grant.Workload.Name));
        var script = new StringBuilder(
            $$"""
            set -eu

            # 0: unsealed. Before the ceremony there is nobody to sign in as: wait for people, not for time.
            until vault status >/dev/null 2>&1; do sleep 30; done
            token=/var/run/secrets/kubernetes.io/serviceaccount/token
            role={{VaultGrants.Configuration.Workload.Name}}
            until VAULT_TOKEN=$(vault write -field=token {{Auth}}/login role=$role jwt=@$token 2>/dev/null); do
              sleep 30
            done
            export VAULT_TOKEN

            has() { vault "$1" list -format=json | grep -q "\"$2/\""; }
            # Two devices: where one cannot be written, the other keeps Vault answering.
            has audit file || vault audit enable -path=file file file_path={{VaultSidecar.AuditFile}}
            has audit stdout || vault audit enable -path=stdout file file_path=stdout
            has secrets {{VaultGrants.Mount}} || vault secrets enable -path={{VaultGrants.Mount}} -version=2 kv
            vault write {{Auth}}/config kubernetes_host=https://kubernetes.default.svc

            # What is not declared goes. The policy first: a role without one can do nothing.
            undeclared() {
              sed -n 's/^- //p' | tr -d '"' | while read -r name; do
                case " $1 " in *" $name "*) ;; *) echo "$name" ;; esac
              done
            }
            policies=$(vault list -format=yaml sys/policies/acl)
            for name in $(echo "$policies" | undeclared "{{names}} {{OwnPolicies}}"); do
              vault policy delete "$name"
            done
            roles=$(vault list -format=yaml {{Auth}}/role)
            for name in $(echo "$roles" | undeclared "{{names}}"); do
              vault delete "{{Auth}}/role/$name"
            done

            """);
        foreach (var grant in grants)
        {
            script.Append(Render(grant));
        }

        return script.ToString();
    }

    /// <summary>The commands that make one grant; the ceremony uses them for the first.</summary>
    public static string Render(VaultGrant grant)
    {
        var workload = grant.Workload;
        var paths = grant.Paths.Select(path =>
            $"path \"{path.Path}\" {{ capabilities = [{string.Join(", ", path.Capabilities.Select(Quoted))}] }}\n");
        return $"""

            vault policy write {workload.Name} - <<'END'
            {string.Concat(paths)}END
            vault write {Auth}/role/{workload.Name} \
              bound_service_account_names={workload.ServiceAccount} \
              bound_service_account_namespaces={workload.Namespace} \
              token_policies={workload.Name} token_no_default_policy=true token_ttl=1h token_max_ttl=24h

            """;
    }

    private static string Quoted(string text) => $"\"{text}\"";
}
