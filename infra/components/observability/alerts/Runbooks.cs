namespace Infra.Components.Observability.Alerts;

/// <summary>Runbook pages that several alerts share; an objective's own page has the objective's name.</summary>
public static class Runbooks
{
    /// <summary>For every alert about an indicator that fell silent.</summary>
    public const string Silent = "sli-silent";
}
