using System.Globalization;
using System.Text;

namespace Infra.Components.Secrets.Vault;

/// <summary>Vault's own configuration, in its own language.</summary>
internal static class VaultServerConfig
{
    /// <summary>Where the certificate is mounted.</summary>
    public const string TlsFolder = "/vault/tls";

    /// <summary>The certificate's authority.</summary>
    public const string AuthorityFile = $"{TlsFolder}/ca.crt";

    /// <summary>The configuration of every replica.</summary>
    /// <param name="replicas">How many there are: each asks all of them to join.</param>
    /// <param name="region">The region of KMS.</param>
    /// <param name="keyArn">The key that unseals.</param>
    public static string Render(int replicas, string region, string keyArn)
    {
        var config = new StringBuilder(
            $$"""
            ui = false
            disable_mlock = true

            listener "tcp" {
              address            = "[::]:8200"
              cluster_address    = "[::]:8201"
              tls_cert_file      = "{{TlsFolder}}/tls.crt"
              tls_key_file       = "{{TlsFolder}}/tls.key"
              tls_client_ca_file = "{{AuthorityFile}}"
              tls_min_version    = "tls12"
            }

            storage "raft" {
              path = "/vault/data"

            """);
        for (var replica = 0; replica < replicas; replica++)
        {
            var host = string.Create(CultureInfo.InvariantCulture, $"vault-{replica}.vault-internal");
            config.Append(
                $$"""

                  retry_join {
                    leader_api_addr       = "https://{{host}}:8200"
                    leader_tls_servername = "{{host}}"
                    leader_ca_cert_file   = "{{AuthorityFile}}"
                  }

                """);
        }

        config.Append(
            $$"""
            }

            seal "awskms" {
              region     = "{{region}}"
              kms_key_id = "{{keyArn}}"
            }

            service_registration "kubernetes" {}

            """);
        return config.ToString();
    }
}
