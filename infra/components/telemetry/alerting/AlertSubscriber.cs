namespace Infra.Components.Telemetry.Alerting;

/// <summary>Somebody who is told through a topic.</summary>
/// <param name="Address">An e-mail address, or an HTTPS address of a pager or tracker.</param>
public sealed record AlertSubscriber(string Address)
{
    /// <summary>How SNS tells it: <c>https</c> or <c>email</c>.</summary>
    public string Protocol => Address.StartsWith("https://", StringComparison.Ordinal) ? "https" : "email";
}
