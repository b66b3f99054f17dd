using System.Text;
using Evidence.Pipeline;
using Infra.Automation.Engines;
using Infra.Stacks.Layers;
using Strata.Cli.Evidence;
using Strata.Cli.Frame;

namespace Strata.Cli.Infra;

/// <summary>Keeps the record of each deployment in the vault of its environment.</summary>
/// <remarks>
/// What was recorded last stands in a file beside the state, written after the vault has acknowledged the record. A run
/// that is killed, or that finds the vault unreachable, after the deployment and before that file is written leaves the
/// file as it was: the next <c>up</c> has nothing to change and still records what is deployed, at worst twice.
/// </remarks>
internal sealed class DeploymentEvidence(App app)
{
    private static readonly string[] _controls = ["SOC2-CC8.1", "ISO27001-A.8.9", "NIST-CM-3"];

    /// <summary>Records a deployment in the vault.</summary>
    /// <returns>The id of its record; null when nothing was done that is not recorded already, or nothing real.</returns>
    /// <exception cref="EvidenceException">The vault did not take it. The deployment itself stands.</exception>
    public async Task<string?> KeepAsync(DeploymentRecord deployment, CancellationToken cancellationToken)
    {
        var destroyed = deployment.GraphDigest is null;
        if (deployment.Rehearsal || (deployment.Changes.IsEmpty && (destroyed || IsRecorded(deployment))))
        {
            return null;
        }

        if (destroyed && deployment.Layer == LayerRegistry.Evidence)
        {
            File.Delete(MarkerOf(deployment));
            app.Screen.Warn($"Not recorded: the vault of '{deployment.Environment}' is what was deleted.");
            return null;
        }

        var item = EvidenceItem.FromBytes(
            $"{deployment.Environment}.{deployment.Layer} {deployment.Operation}",
            Encoding.UTF8.GetBytes(deployment.ToJson()),
            "application/json",
            "deployment",
            _controls);
        using var session = await EvidenceSession.OpenAsync(app, deployment.Environment, cancellationToken);
        var receipt = await session.Pipeline.AddAsync(item, cancellationToken);
        Mark(deployment);
        app.Screen.Success(
            $"Recorded as {ReceiptView.ShortId(receipt.Id)} in {session.Store.Name}: {receipt.Payload.Lock}.");
        return receipt.Id.ToString();
    }

    private bool IsRecorded(DeploymentRecord deployment) =>
        File.Exists(MarkerOf(deployment)) && File.ReadAllText(MarkerOf(deployment)).TrimEnd() == deployment.GraphDigest;

    private void Mark(DeploymentRecord deployment)
    {
        var marker = MarkerOf(deployment);
        Directory.CreateDirectory(Path.GetDirectoryName(marker) ?? ".");
        File.WriteAllText(marker, deployment.GraphDigest + "\n");
    }

    private string MarkerOf(DeploymentRecord deployment) =>
        Path.Combine(app.Local, "state", $"{deployment.Environment}.{deployment.Layer}.recorded");
}
