using Infra.Components.Charts;
using Infra.Components.Charts.Pods;
using Infra.Components.Secrets.Vault.Values;

namespace Infra.Components.Secrets.Vault;

/// <summary>
/// What Vault does not do by itself: read a renewed certificate, and start a new audit file before the volume is full.
/// Both take the same signal.
/// </summary>
internal static class VaultSidecar
{
    /// <summary>Where the audit volume is mounted. The chart calls the volume <c>audit</c>.</summary>
    public const string AuditFile = $"{AuditFolder}/audit.log";

    private const string AuditFolder = "/vault/audit";

    /// <summary>Two files of this size have room on the smallest volume that is accepted, one gibibyte.</summary>
    private const int LargestAuditFileMiB = 400;

    /// <summary>
    /// A signal that fails is sent again a minute later, as the certificate then still counts as not read. The file is
    /// moved before the signal: until Vault opens a new one it goes on writing to the moved one, and loses nothing.
    /// </summary>
    private static readonly string _script =
        $"""
        read_certificate=
        while sleep 60; do
          if [ "$(du -m {AuditFile} 2>/dev/null | cut -f1)" -ge {LargestAuditFileMiB} ] 2>/dev/null; then
            mv {AuditFile} {AuditFile}.1 && kill -HUP "$(pidof vault)"
          fi
          certificate=$(sha256sum {VaultServerConfig.TlsFolder}/tls.crt)
          if [ -n "$read_certificate" ] && [ "$certificate" != "$read_certificate" ]; then
            kill -HUP "$(pidof vault)" || continue
          fi
          read_certificate=$certificate
        done

        """;

    /// <summary>The container beside the server.</summary>
    public static SidecarValues Container(string registry, PodMount certificate) => new()
    {
        Name = "reload",
        Image = ImagePins.Vault.In(registry),
        Command = ["/bin/sh", "-c", _script],
        VolumeMounts = [certificate, new("audit", AuditFolder) { ReadOnly = false }],
        Resources = ContainerResources.Of("10m", "32Mi"),
    };
}
