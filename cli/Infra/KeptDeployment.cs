using Infra.Automation.Engines;

namespace Strata.Cli.Infra;

/// <summary>A deployment, and the id of its record in the vault; null where there was nothing to record.</summary>
internal sealed record KeptDeployment(DeploymentRecord Deployment, string? Evidence);
